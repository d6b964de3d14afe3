import { FAILED_ID, NONE_ID } from '../../../core/desk/view/view'
import { list } from '../../../words/en/pictures/list'
import { Button } from '../../primitives/button'
import { useActions, useApp, useAppState, useWordsWith } from '../../context/ui-context'
import { PictureGrid } from '../grid/picture-grid'
import { Chip } from './chip'
import { FilterMenu, SortMenu } from './order-menus'
import { SearchButton } from './search-button'

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
          <Chip
            text={text}
            hue={hue}
            label={t('list.filterOff', { tag: text })}
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
  <div className="@container relative z-1 flex h-9 shrink-0 items-center justify-between gap-1 border-b border-line bg-panel pe-2 ps-2 touch:h-12">
    <div className="flex min-w-0 items-center">
      <FilterChips />
    </div>
    <div className="flex shrink-0 items-center gap-0.5">
      <SearchButton />
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
