import type { ScoreHistogram } from '../../../core/desk/view/score-histogram'
import type { Tag } from '../../../core/tags/tag-list'
import { scores } from '../../../words/en/scores'
import { useActions, useWordsWith } from '../../context/ui-context'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useTyped } from '../../primitives/fields/use-typed'
import { Swatch } from '../../primitives/swatch'
import { ScoreBars } from '../../scores/score-bars'

/** Where a threshold begins that is set for the first time, in percent. */
const FIRST = 50

interface HistogramSliderProps {
  readonly tag: Tag
  /** `null` while it is counted. */
  readonly histogram: ScoreHistogram | null
}

/** The bars, over which the slider of the tag's threshold lies: it is pressed and dragged anywhere, and moved by keys. */
export const HistogramSlider = ({ tag, histogram }: HistogramSliderProps) => {
  const { t, format } = useWordsWith(scores)
  const { setTagThreshold } = useActions()
  const percent = tag.threshold === null ? null : Math.round(tag.threshold * 100)
  const slider = useTyped(percent ?? FIRST, (next) => {
    setTagThreshold(tag.id, next / 100)
  })
  const kept = percent === null ? (histogram?.count ?? 0) : (histogram?.atLeast[slider.shown] ?? 0)
  const said =
    percent === null ? t('scores.unset') : t('units.percent', { value: format.count(slider.shown) })
  return (
    <div>
      <div className="flex items-center gap-1.5 pb-2 text-12">
        <Swatch hue={tag.hue} />
        <CutText text={tag.text} />
        <output className="ms-auto shrink-0 font-medium tabular-nums">{said}</output>
      </div>
      <div className="relative mx-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
        <ScoreBars
          histogram={histogram}
          isLost={(_, end) => percent !== null && end <= slider.shown}
          className="h-16"
        />
        {percent === null ? null : (
          <span
            aria-hidden
            className="absolute inset-y-0 -ms-px w-0.5 bg-text"
            style={{ insetInlineStart: `${slider.shown}%` }}
          />
        )}
        <input
          type="range"
          min={1}
          max={99}
          step={1}
          disabled={!histogram}
          value={slider.shown}
          aria-label={t('scores.threshold', { tag: tag.text })}
          aria-valuetext={said}
          onChange={({ target }) => {
            slider.set(target.valueAsNumber)
          }}
          onBlur={slider.leave}
          className="absolute inset-y-0 -inset-x-2 m-0 h-full w-[calc(100%+1rem)] cursor-ew-resize opacity-0"
        />
      </div>
      <p role="status" className="min-h-6 pt-2 text-12 text-muted tabular-nums">
        {histogram
          ? t('scores.effect', {
              kept: format.count(kept),
              lost: format.count(histogram.count - kept),
            })
          : t('scores.counting')}
      </p>
    </div>
  )
}
