import { Check, CircleSlash } from 'lucide-react'
import type { Picture } from '../../state/app-state'
import { classNames } from '../primitives/class-names'
import { CutText } from '../primitives/cut-text/cut-text'
import { Swatch } from '../primitives/swatch'
import { useDecision } from './use-decision'

interface DecisionBadgeProps {
  readonly picture: Picture
  readonly className?: string
}

/** What the person has decided, over a picture: an icon and words, apart from what the model says of it. */
export const DecisionBadge = ({ picture, className = '' }: DecisionBadgeProps) => {
  const decision = useDecision(picture)
  if (decision === null) return null
  const Icon = decision.kind === 'none' ? CircleSlash : Check
  return (
    <div
      data-decision
      className={classNames(
        'flex min-w-0 items-center gap-1 rounded-full bg-raised text-12 font-medium shadow-float',
        className,
      )}
    >
      <Icon size={13} strokeWidth={2.5} aria-hidden className="shrink-0 text-ok" />
      {decision.hue === null ? null : <Swatch hue={decision.hue} />}
      <CutText text={decision.text} className="group-data-compact/grid:hidden" />
    </div>
  )
}
