import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { isRestTag } from '../../core/question/scoring/neutral-tags'
import { currentModel, wordModel } from '../../state/model/current-model'
import { answeringTask, judgesByWords } from '../../state/tasks/tasks'
import type { FilterLabel } from '../../state/tasks/task'
import { scores } from '../../words/en/scores'
import { useActions, useApp, useAppState, useScreenStore, useWordsWith } from '../context/ui-context'
import { useTyped } from '../primitives/fields/use-typed'
import { IconButton } from '../primitives/icon-button'
import { RangeBrush } from './range-brush'
import { WHOLE, type PercentRange } from './brush-range'
import { useHistogram } from './use-histogram'

const useRange = (label: string): PercentRange => {
  const range = useAppState(({ filter }) => filter.ranges.find((each) => each.label === label))
  return range ? { least: Math.round(range.least * 100), most: Math.round(range.most * 100) } : WHOLE
}

/** The scores of one label, and which of them are shown. */
const LabelRange = ({ label: { id, text } }: { readonly label: FilterLabel }) => {
  const { t, format } = useWordsWith(scores)
  const { selectors } = useApp()
  const { filterByScore } = useActions()
  const histogram = useHistogram(id)
  const failed = useAppState(({ arranging }) => arranging.kind === 'failed')
  const shown = useAppState((state) => selectors.shownPictures(state).length)
  const total = useAppState(({ pictures }) => pictures.length)
  const range = useTyped(useRange(id), ({ least, most }) => {
    filterByScore({ label: id, least: least / 100, most: most / 100 })
  })
  const isWhole = range.shown.least <= 0 && range.shown.most >= 100
  return (
    <div className="min-w-48 flex-1">
      <RangeBrush
        tag={text}
        histogram={histogram}
        range={range.shown}
        onChange={range.set}
        onLeave={range.leave}
      />
      <p role="status" className="pt-1 text-12 text-muted tabular-nums">
        {failed
          ? t('scores.failed')
          : histogram === null
            ? t('scores.counting')
            : isWhole
              ? t('scores.range.hint')
              : t('scores.range.shown', { shown: format.count(shown), total: format.count(total) })}
      </p>
    </div>
  )
}

/** Why there is no percentage to choose a range of; `null` where there is. */
const useReason = (hasLabels: boolean): string | null => {
  const { t } = useWordsWith(scores)
  const isModel = useAppState(({ model }) => currentModel(model) !== null)
  const isOfWords = useAppState((state) => judgesByWords(answeringTask(state)))
  const isCalibrated = useAppState(({ model }) => wordModel(model)?.calibrated ?? false)
  if (!isModel) return t('scores.noModel')
  if (isOfWords && !isCalibrated) return t('scores.uncalibrated')
  return hasLabels ? null : t('scores.noTag')
}

/** Below the bar of a list: a range of one label's scores, which is a chip of the filter at once. Escape closes it. */
export const RangeStrip = ({ labelId }: { readonly labelId: string }) => {
  const { t } = useWordsWith(scores)
  const { selectors } = useApp()
  const screen = useScreenStore()
  const strip = useRef<HTMLElement>(null)
  const labels = useAppState(selectors.filterLabels).filter(({ text }) => !isRestTag(text))
  const label = labels.find(({ id }) => id === labelId) ?? labels[0]
  const reason = useReason(label !== undefined)

  useEffect(() => {
    // After the menu that has opened it, which gives focus back to its button.
    const frame = requestAnimationFrame(() => strip.current?.querySelector('input')?.focus())
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [])

  const close = () => {
    const list = strip.current?.parentElement
    const next = list?.querySelector<HTMLElement>('[data-picture-grid]') ?? list?.querySelector('button')
    next?.focus()
    screen.setState({ rangeOf: null })
  }

  return (
    // Escape has a button as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={strip}
      aria-label={t('scores.range.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
      className="relative flex shrink-0 flex-wrap items-start gap-x-4 gap-y-2 border-b border-line bg-panel py-3 pe-12 ps-3"
    >
      {label ? (
        <label className="flex max-w-48 min-w-28 flex-col gap-1 text-12 text-muted">
          <span>{t('scores.range.label')}</span>
          <select
            value={label.id}
            onChange={({ target }) => {
              screen.setState({ rangeOf: target.value })
            }}
            className="h-8 w-full min-w-0 rounded-control border border-control bg-card px-2 text-13 text-text touch:h-11 touch:text-16"
          >
            {labels.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {reason === null && label ? (
        <LabelRange key={label.id} label={label} />
      ) : (
        <p className="flex-1 text-12 text-muted">{reason}</p>
      )}
      <IconButton icon={X} label={t('shell.close')} onClick={close} className="absolute end-2 top-2" />
    </section>
  )
}
