import { X } from 'lucide-react'
import { FAILED_ID, NONE_ID } from '../../../core/desk/view/view'
import { list } from '../../../words/en/pictures/list'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'
import { useActions, useApp, useAppState, useWordsWith } from '../../context/ui-context'
import { PictureGrid } from '../grid/picture-grid'
import { FilterMenu, SortMenu } from './order-menus'

interface ChipProps {
  readonly text: string
  readonly hue: number | null
  readonly onRemove: () => void
}

/** One of the answers that are shown; a press, or Delete on it, takes it away. */
const FilterChip = ({ text, hue, onRemove }: ChipProps) => {
  const { t } = useWordsWith(list)
  return (
    <button
      type="button"
      aria-label={t('list.filterOff', { tag: text })}
      onClick={onRemove}
      onKeyDown={({ key }) => {
        if (key === 'Delete' || key === 'Backspace') onRemove()
      }}
      className="flex h-6 max-w-40 min-w-16 items-center gap-1.5 rounded-full bg-accent-soft pe-1.5 ps-2 text-12 hover:bg-pressed touch:h-9"
    >
      {hue === null ? null : <Swatch hue={hue} />}
      <CutText text={text} />
      <X size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
    </button>
  )
}

/** The answers whose pictures are shown, in the order in which they were chosen. */
const FilterChips = () => {
  const { t } = useWordsWith(list)
  const { selectors } = useApp()
  const { toggleFilter } = useActions()
  const answers = useAppState(({ filter }) => filter.answers)
  const labels = useAppState(selectors.filterLabels)
  const others: Readonly<Record<string, string>> = {
    [NONE_ID]: t('pictures.none'),
    [FAILED_ID]: t('list.failed'),
  }
  const chips = answers.flatMap((id) => {
    const label = labels.find((each) => each.id === id)
    const text = label?.text ?? others[id]
    return text === undefined ? [] : [{ id, text, hue: label?.hue ?? null }]
  })
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('list.chips')} className="flex min-w-0 items-center gap-1 overflow-x-auto p-0.5">
      {chips.map(({ id, text, hue }) => (
        <li key={id} className="min-w-0 shrink">
          <FilterChip
            text={text}
            hue={hue}
            onRemove={() => {
              toggleFilter(id)
            }}
          />
        </li>
      ))}
    </ul>
  )
}

/** Above the pictures: which of them are shown, and in which order. */
const ListBar = () => (
  <div className="flex h-9 shrink-0 items-center justify-between gap-1 border-b border-line bg-panel pe-2 ps-2 touch:h-12">
    <div className="flex min-w-0 items-center">
      <FilterChips />
    </div>
    <div className="flex shrink-0 items-center gap-0.5">
      <SortMenu />
      <FilterMenu />
    </div>
  </div>
)

const NothingShown = () => {
  const { t } = useWordsWith(list)
  const { filterByTag } = useActions()
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 text-muted">
      <span>{t('list.nothingShown')}</span>
      <Button
        onClick={() => {
          filterByTag(null)
        }}
      >
        {t('list.showAll')}
      </Button>
    </div>
  )
}

/** Many pictures, with what says which of them are shown. */
export const PictureList = ({ openOnPress }: { readonly openOnPress: boolean }) => {
  const { selectors } = useApp()
  const shown = useAppState(selectors.shownPictures)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ListBar />
      <div className="relative min-h-0 flex-1">
        {shown.length === 0 ? <NothingShown /> : <PictureGrid pictures={shown} openOnPress={openOnPress} />}
      </div>
    </div>
  )
}
