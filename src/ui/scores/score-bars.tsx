import { BARS, type ScoreHistogram } from '../../core/desk/view/score-histogram'
import { classNames } from '../primitives/class-names'

const HEIGHT = 64

interface ScoreBarsProps {
  /** `null` while it is counted. */
  readonly histogram: ScoreHistogram | null
  /** Whether a bar stands outside of what is kept, by where it begins and ends in percent. */
  readonly isLost: (begin: number, end: number) => boolean
  /** Of its height. */
  readonly className: string
}

/** How scores are spread. Heights are by the root of the counts, or a few good pictures among thousands would not be seen. */
export const ScoreBars = ({ histogram, isLost, className }: ScoreBarsProps) => {
  const most = histogram ? Math.sqrt(Math.max(1, ...histogram.bars)) : 1
  return (
    <svg
      viewBox={`0 0 ${BARS} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      className={classNames('block w-full rounded-small bg-track rtl:-scale-x-100', className)}
    >
      {Array.from(histogram?.bars ?? [], (count, bar) => {
        const height = (Math.sqrt(count) / most) * HEIGHT
        return (
          <rect
            key={bar}
            x={bar}
            y={HEIGHT - height}
            width={0.8}
            height={height}
            className={
              isLost((bar / BARS) * 100, ((bar + 1) / BARS) * 100) ? 'fill-muted opacity-40' : 'fill-accent'
            }
          />
        )
      })}
    </svg>
  )
}
