import { Check } from 'lucide-react'
import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { baseName } from '../../../core/incoming/entry-paths'
import type { AppState, Picture } from '../../../state/app-state'
import { describeError } from '../../../state/messages/describe-error'
import { asWaiting, waitsForModel } from '../../../state/model/current-model'
import { BlobImage } from '../../primitives/blob-image'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { tagColour } from '../../primitives/swatch'
import { useApp, useAppState, useWords } from '../../context/ui-context'
import { PictureCaption } from './picture-caption'
import { DecisionBadge } from '../decision-badge'
import { useDecision, useReviewWords } from '../use-decision'
import { pictureInWords } from '../picture-name'
import { PictureStateIcon } from '../picture-state-icon'
import { renditionOf } from '../rendition'

interface PictureCardProps {
  readonly picture: Picture
  readonly index: number
  readonly columnIndex: number
  /** By a mouse, onto the tags. */
  readonly draggable: boolean
}

/** The element of a picture in the grid, for `aria-activedescendant`. */
export const cardId = (pictureId: string): string => `picture-${pictureId}`

const Thumbnail = ({ picture }: { readonly picture: Picture }) => {
  const words = useWords()
  const { phase, name } = picture
  const rendition = phase.kind === 'failed' && !picture.absent ? null : renditionOf(picture)
  if (rendition !== null)
    return <BlobImage blob={rendition} alt="" decoding="async" className="size-full object-cover" />
  return (
    <div className="flex size-full flex-col items-center justify-center gap-2 p-3 text-center">
      <PictureStateIcon kind={phase.kind} size={24} />
      {phase.kind === 'failed' ? (
        <span dir="auto" className="line-clamp-3 w-full text-12 break-words text-muted">
          {describeError(words, phase.error).what}
        </span>
      ) : (
        <CutText text={baseName(name)} className="max-w-full text-12 text-muted" />
      )}
    </div>
  )
}

/** One picture of the grid, as a cell of it. */
export const PictureCard = memo(({ picture: known, index, columnIndex, draggable }: PictureCardProps) => {
  const words = useWords()
  const { selectors } = useApp()
  const waits = useAppState((state) => waitsForModel(state, known))
  const picture = waits ? asWaiting(known) : known
  // Judged again it is another object: a card is drawn where what it says is another.
  const best = useAppState(useShallow((state: AppState) => selectors.labels(state, picture)[0]))
  const none = useAppState((state) => selectors.fitsNone(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  const { t } = useReviewWords()
  const decision = useDecision(picture)
  const namesShown = useAppState(({ settings }) => settings.namesShown)
  const selected = useAppState(({ selection }) => selection.ids.has(picture.id))
  const focused = useAppState(({ selection }) => selection.focusId === picture.id)

  return (
    <div
      role="gridcell"
      id={cardId(picture.id)}
      data-index={index}
      draggable={draggable}
      aria-colindex={columnIndex + 1}
      aria-selected={selected}
      className={classNames(
        'group/card relative flex-1 overflow-hidden rounded-card bg-card outline-offset-0',
        selected ? 'outline-2 outline-accent' : 'outline-1 outline-line hover:outline-control',
        focused &&
          'group-focus-visible/grid:ring-4 group-focus-visible/grid:ring-accent/35 forced-colors:group-focus-visible/grid:outline-4 forced-colors:group-focus-visible/grid:outline-[Highlight]',
      )}
    >
      <span className="sr-only">
        {pictureInWords(words, picture, best, none, isBeyond) +
          (decision === null ? '' : words.t('units.comma') + t('review.spoken', { tags: decision.text }))}
      </span>
      <div aria-hidden data-tip={picture.name} className="relative aspect-square bg-track">
        <Thumbnail picture={picture} />
        {best && !none && !isBeyond ? (
          <div
            className="tag-fill absolute bottom-0 start-0 h-1 transition-[width] duration-160 ease-out"
            style={{ ...tagColour(best.hue).style, width: `${(best.probability ?? 0) * 100}%` }}
            data-pattern={tagColour(best.hue)['data-pattern']}
          />
        ) : null}
        <DecisionBadge
          picture={picture}
          className="absolute start-1.5 top-1.5 h-5 max-w-[calc(100%-2.5rem)] px-1.5"
        />
        {selected ? (
          <span className="absolute top-1.5 end-1.5 flex size-5 items-center justify-center rounded-full bg-accent text-on-accent ring-2 ring-card">
            <Check size={13} strokeWidth={2.75} />
          </span>
        ) : null}
      </div>
      {namesShown ? (
        <div aria-hidden className="-mb-1 flex h-5 items-end px-2.5 text-12 text-muted">
          <CutText text={baseName(picture.name)} className="flex-1" />
        </div>
      ) : null}
      <PictureCaption picture={picture} best={best} none={none} isBeyond={isBeyond} tabStop={focused} />
    </div>
  )
})
PictureCard.displayName = 'PictureCard'
