import { Camera, CircleSlash, RotateCw, X } from 'lucide-react'
import type { Picture } from '../../../state/app-state'
import { currentModel } from '../../../state/model/current-model'
import type { PictureLabel } from '../../../state/tasks/task'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { IconButton } from '../../primitives/icon-button'
import { Swatch } from '../../primitives/swatch'
import { useActions, useAppState, useWords } from '../../context/ui-context'

interface PictureCaptionProps {
  readonly picture: Picture
  readonly best: PictureLabel | undefined
  /** Whether `best` is but the nearest of tags that do not fit. */
  readonly none: boolean
  /** Whether `best` means nothing, since the model is not made for such a picture. */
  readonly isBeyond: boolean
  /** Whether Tab reaches the buttons: only in the cell that has the grid's focus. */
  readonly tabStop: boolean
}

/** The line below a picture: its best tag, or how it stands with it. */
export const PictureCaption = ({ picture, best, none, isBeyond, tabStop }: PictureCaptionProps) => {
  const { t, format } = useWords()
  const { retryPicture, removePictures } = useActions()
  const modelReady = useAppState(({ model }) => currentModel(model) !== null)
  const { id, phase, absent } = picture
  const tabIndex = tabStop ? 0 : -1

  if (phase.kind === 'failed' || phase.kind === 'stopped') {
    // To try again is no use: its file has to come, or another model.
    const elsewhere = phase.kind === 'failed' && absent !== undefined
    return (
      <div
        className={classNames(
          'flex h-9 items-center pe-1 ps-2.5 text-12',
          phase.kind === 'failed' && !elsewhere ? 'text-danger' : 'text-muted',
        )}
      >
        <span aria-hidden className="min-w-0 flex-1 truncate">
          {t(elsewhere ? 'pictures.elsewhere' : `pictures.${phase.kind}`)}
        </span>
        {elsewhere ? null : (
          <IconButton
            small
            icon={RotateCw}
            label={t('pictures.retry')}
            tabIndex={tabIndex}
            onClick={() => {
              retryPicture(id)
            }}
          />
        )}
        <IconButton
          small
          icon={X}
          label={t('pictures.remove')}
          tabIndex={tabIndex}
          onClick={() => {
            removePictures([id])
          }}
        />
      </div>
    )
  }
  if (phase.kind === 'ready' && best && isBeyond)
    return (
      <div aria-hidden className="flex h-9 items-center gap-1.5 px-2.5 text-12 text-muted">
        <Camera size={14} strokeWidth={1.75} className="shrink-0" />
        <CutText text={t('pictures.photograph')} className="flex-1" />
      </div>
    )
  if (phase.kind === 'ready' && best && none)
    return (
      <div aria-hidden className="flex h-9 items-center gap-1.5 px-2.5 text-12 text-muted">
        <CircleSlash size={12} strokeWidth={2} className="shrink-0" />
        <span>{t('pictures.none')}</span>
      </div>
    )
  if (phase.kind === 'ready' && best)
    return (
      <div aria-hidden className="flex h-9 items-center gap-1.5 px-2.5 text-12">
        <Swatch hue={best.hue} />
        <CutText text={best.tag} className="flex-1 font-medium" />
        {best.probability === null ? null : (
          <bdi dir="ltr" className="text-muted tabular-nums group-data-compact/grid:hidden">
            {`${format.percent(best.probability)}\u202f%`}
          </bdi>
        )}
      </div>
    )
  const text = {
    waiting: modelReady ? t('pictures.waiting') : t('pictures.waitingForModel'),
    encoding: t('pictures.encoding'),
    ready: t('pictures.notRanked'),
  }[phase.kind]
  return (
    <div aria-hidden className="flex h-9 items-center truncate px-2.5 text-12 text-muted">
      {text}
    </div>
  )
}
