import type { BestBy } from '../../../core/desk/duplicates/duplicates'
import { baseName } from '../../../core/incoming/entry-paths'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useActions, useAppState, useWordsWith } from '../../context/ui-context'
import { renditionOf } from '../rendition'
import { BlobImage } from '../../primitives/blob-image'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { usePictureOfRow } from './use-views'

interface GroupPictureProps {
  readonly row: number
  /** Why it is proposed; `null` of the others. */
  readonly bestBy: BestBy | null
}

/** One picture of a group, with what it is measured by. A press shows its ranking. */
export const GroupPicture = ({ row, bestBy }: GroupPictureProps) => {
  const { t, format } = useWordsWith(duplicates)
  const { select } = useActions()
  const picture = usePictureOfRow(row)
  const isFocused = useAppState(({ selection }) => selection.focusId === picture?.id)
  if (!picture) return null
  const { phase, file, absent, name } = picture
  const facts = phase.kind === 'failed' ? null : phase.facts
  const rendition = facts && renditionOf(picture)
  return (
    <li className="w-32 shrink-0">
      <button
        type="button"
        aria-pressed={isFocused}
        onClick={() => {
          select(picture.id, 'only')
        }}
        className={classNames(
          'block w-full overflow-hidden rounded-card bg-card text-start',
          isFocused ? 'outline-2 outline-accent' : 'outline-1 outline-line hover:outline-control',
        )}
      >
        <span aria-hidden data-tip={name} className="relative block h-24 bg-track">
          {rendition ? (
            <BlobImage blob={rendition} alt="" decoding="async" className="size-full object-contain" />
          ) : null}
        </span>
        <span className="block px-2 py-1 text-12">
          <CutText text={baseName(name)} />
          <span className="block truncate text-muted tabular-nums">
            {facts
              ? `${format.size(facts.width, facts.height)} · ${format.bytes(absent?.size ?? file.size)}`
              : ''}
          </span>
          <span className={classNames('block truncate', bestBy ? 'font-medium text-accent' : '')}>
            {bestBy ? t(`duplicates.best.${bestBy}`) : '\u00a0'}
          </span>
        </span>
      </button>
    </li>
  )
}
