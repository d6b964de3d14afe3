import { Info } from 'lucide-react'
import { Button } from '../primitives/button'
import { useSite, useSiteState } from '../ui-context'
import { words } from './words'

/** Another site that asks to use the engine; it waits for the person and does not pass by itself. */
export const OriginNotice = () => {
  const { allowOrigin, refuseOrigin } = useSite().actions
  const origin = useSiteState(({ askingOrigin }) => askingOrigin)
  if (origin === null) return null
  return (
    <li className="pointer-events-auto flex min-h-11 max-w-full items-center gap-2.5 rounded-card bg-raised py-1.5 pr-1.5 pl-3.5 shadow-float">
      <Info size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 pr-2 break-words">{words.originAsks(origin)}</span>
      <Button size="small" onClick={allowOrigin}>
        {words.originAllow}
      </Button>
      <Button size="small" variant="quiet" onClick={refuseOrigin}>
        {words.originRefuse}
      </Button>
    </li>
  )
}
