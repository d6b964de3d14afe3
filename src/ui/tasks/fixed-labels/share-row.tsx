import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { tagColour } from '../../primitives/tag-colour'
import { useLabelWords } from './use-label-words'

interface ShareRowProps {
  readonly label: string
  /** What is shown of the label where all of it is too long; the rest is told on hover. */
  readonly short?: string
  readonly probability: number
  readonly hue: number
  readonly best: boolean
}

/** The shortest bar that can still be told from none. */
const LEAST_PX = 4

/** A category or a class: its name, its share, and the share as a bar in the colour of its category. */
export const ShareRow = ({ label, short = label, probability, hue, best }: ShareRowProps) => {
  const { t, format } = useLabelWords()
  const spoken = t('labels.share', { label, percent: format.spokenPercent(probability) })
  return (
    <li aria-label={spoken} className="py-1">
      <span className="sr-only">{spoken}</span>
      <div aria-hidden className="flex items-baseline gap-1.5" data-tip={short === label ? undefined : label}>
        <CutText text={short} className={classNames('flex-1 text-12', best && 'font-semibold')} />
        <span className={classNames('text-12 whitespace-nowrap tabular-nums', best && 'font-semibold')}>
          <bdi dir="ltr">
            <span>{format.percent(probability)}</span>
            <span className="text-muted">&#8239;%</span>
          </bdi>
        </span>
      </div>
      <div aria-hidden className="mt-0.5 h-1.5 overflow-hidden rounded-full bg-track forced-colors:border">
        <div
          {...tagColour(hue)}
          className="tag-fill h-full rounded-full"
          style={{
            ...tagColour(hue).style,
            width: probability < 0.0005 ? 0 : `max(${probability * 100}%, ${LEAST_PX}px)`,
          }}
        />
      </div>
    </li>
  )
}
