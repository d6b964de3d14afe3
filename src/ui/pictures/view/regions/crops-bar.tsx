import { useEffect } from 'react'
import type { Picture } from '../../../../state/app-state'
import type { CropAnswer } from '../../../../state/pictures/regions/create-crop-looks'
import type { PictureLabel } from '../../../../state/tasks/task'
import { largeView } from '../../../../words/en/pictures/large-view'
import { useActions, useAppState, useScreen, useScreenStore, useWordsWith } from '../../../context/ui-context'
import { Button } from '../../../primitives/button'
import { classNames } from '../../../primitives/class-names'
import { CutText } from '../../../primitives/cut-text/cut-text'
import { ErrorNote } from '../../../primitives/error-note'
import { Swatch } from '../../../primitives/swatch'
import { haveGaps } from '../../../../core/pixels/crops/plan-crops'
import { useCrops } from './use-crops'

/** Labels that are told: the likeliest by the mean of all crops. */
const TOLD = 3

/** One label by all of the picture: its share by the mean, and where the crop that speaks most for it lies. */
const CropRow = ({ answer, isAsked }: { readonly answer: CropAnswer; readonly isAsked: boolean }) => {
  const { t, format } = useWordsWith(largeView)
  const screen = useScreenStore()
  const { label, best, bestLabel } = answer
  const shareOf = ({ probability }: PictureLabel) =>
    probability === null ? '' : t('units.percent', { value: format.percent(probability) })
  const place = format.count(best + 1)
  const show = () => {
    screen.setState({ whyOf: label.tagId })
  }
  return (
    <li>
      <button
        type="button"
        aria-pressed={isAsked}
        onPointerEnter={show}
        onClick={show}
        className={classNames(
          'flex min-h-6 items-center gap-1.5 rounded-control px-2 text-start text-12 touch:min-h-9',
          isAsked ? 'bg-accent-soft font-semibold' : 'hover:bg-hover',
        )}
      >
        <Swatch hue={label.hue} />
        <span className="max-w-40 min-w-0">
          <CutText text={label.tag} />
        </span>
        <span className="tabular-nums">{shareOf(label)}</span>
        <span className="text-muted tabular-nums">
          {bestLabel.probability === null
            ? t('largeView.bestCropOnly', { place })
            : t('largeView.bestCrop', { place, share: shareOf(bestLabel) })}
        </span>
      </button>
    </li>
  )
}

/** Says how much of a long picture the model saw, and tells on demand what all of it says. */
export const CropsBar = ({ picture }: { readonly picture: Picture }) => {
  const { t, format } = useWordsWith(largeView)
  const { setExtent } = useActions()
  const screen = useScreenStore()
  const isWanted = useScreen(({ crops }) => crops)
  const isWhole = useAppState(({ settings }) => settings.extent === 'whole')
  const { isNeeded, phase, frames, answers, asked, look, stop } = useCrops(picture)
  useEffect(() => {
    if (isNeeded) look()
    return stop
  }, [isNeeded, look, stop])
  if (frames.length < 2) return null
  if (isNeeded && phase.kind === 'failed' && phase.id === picture.id)
    return (
      <ErrorNote error={phase.error} className="w-full">
        <Button size="small" onClick={look}>
          {t('shell.tryAgain')}
        </Button>
      </ErrorNote>
    )
  const isLooking = isWanted && answers.length === 0
  const number = format.count(frames.length)
  return (
    <div
      role="group"
      aria-label={t('largeView.crops')}
      className="flex min-w-0 flex-wrap items-center justify-center gap-x-2 gap-y-1 text-12"
    >
      <p role="status" className="text-muted">
        {isLooking
          ? t('largeView.lookingAtCrops', { number })
          : isWhole
            ? t(haveGaps(frames) ? 'largeView.sawWithGaps' : 'largeView.sawAll', { number })
            : t('largeView.sawMiddle')}
      </p>
      <Button
        size="small"
        aria-expanded={isWanted}
        onClick={() => {
          screen.setState({ crops: !isWanted })
        }}
      >
        {isWanted ? t('largeView.hideCrops') : isWhole ? t('largeView.eachCrop') : t('largeView.lookAtAll')}
      </Button>
      {isWanted && answers.length > 0 ? (
        <>
          {haveGaps(frames) && !isWhole ? (
            <p className="w-full text-center text-muted">{t('largeView.sawWithGaps', { number })}</p>
          ) : null}
          <ol aria-label={t('largeView.byAllCrops')} className="flex w-full flex-wrap justify-center gap-x-1">
            {answers.slice(0, TOLD).map((answer) => (
              <CropRow key={answer.label.tagId} answer={answer} isAsked={answer === asked} />
            ))}
          </ol>
          <label className="flex min-h-6 items-center gap-1.5 touch:min-h-9">
            <input
              type="checkbox"
              checked={isWhole}
              className="size-4 shrink-0 touch:size-5"
              onChange={() => {
                setExtent(isWhole ? 'middle' : 'whole')
              }}
            />
            <span>{t('largeView.alwaysAll')}</span>
          </label>
        </>
      ) : null}
    </div>
  )
}
