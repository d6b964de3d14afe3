import type { Picture } from '../../../state/app-state'
import { BlobImage } from '../../primitives/blob-image'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { tagColour } from '../../primitives/swatch'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { pictureInWords } from '../picture-name'

/** Rows of the ranking on each card: the rest stands in the ranking itself. */
const ROWS = 3

const SampleCard = ({ picture }: { readonly picture: Picture }) => {
  const words = useWords()
  const { t, format } = words
  const { selectors } = useApp()
  const { select } = useActions()
  const labels = useAppState((state) => selectors.labels(state, picture))
  const none = useAppState((state) => selectors.fitsNone(state, picture))
  const focused = useAppState(({ selection }) => selection.focusId === picture.id)
  const { phase } = picture
  return (
    <button
      type="button"
      aria-pressed={focused}
      onClick={() => select(picture.id, 'only')}
      className={classNames(
        'w-40 min-w-0 rounded-card bg-card p-2.5 text-start max-sm:p-2',
        focused ? 'outline-2 outline-accent' : 'outline-1 outline-line hover:outline-control',
      )}
    >
      <span className="sr-only">{pictureInWords(words, picture, labels[0], none, false)}</span>
      <div aria-hidden className="aspect-square overflow-hidden rounded-[6px] bg-track">
        {phase.kind !== 'failed' && phase.facts ? (
          <BlobImage blob={phase.facts.thumbnail} alt="" className="size-full object-cover" />
        ) : null}
      </div>
      {Array.from({ length: ROWS }, (_, row) => {
        const tag = none ? undefined : labels[row]
        const colour = tagColour(tag?.hue ?? 0)
        return (
          <div key={row} aria-hidden className="pt-1.5">
            <div className="flex h-4.5 items-baseline gap-1 text-12">
              {tag ? (
                <>
                  <CutText
                    text={tag.tag}
                    className={row === 0 ? 'flex-1 font-medium' : 'flex-1 text-muted'}
                  />
                  <span className="text-muted tabular-nums">
                    {tag.probability === null ? null : format.percent(tag.probability)}
                  </span>
                </>
              ) : none && row === 0 ? (
                <span className="truncate text-muted">{t('pictures.none')}</span>
              ) : null}
            </div>
            <div className="h-1 overflow-hidden rounded-full bg-track">
              {tag ? (
                <div
                  {...colour}
                  className="tag-fill h-full rounded-full"
                  style={{ ...colour.style, width: `${(tag.probability ?? 0) * 100}%` }}
                />
              ) : null}
            </div>
          </div>
        )
      })}
    </button>
  )
}

/** The drawings of a first visit, ranked: a press shows one's whole ranking. */
export const SampleCards = ({ pictures }: { readonly pictures: readonly Picture[] }) => (
  <div className="flex w-full animate-fade justify-center gap-3 max-sm:gap-2">
    {pictures.map((picture) => (
      <SampleCard key={picture.id} picture={picture} />
    ))}
  </div>
)
