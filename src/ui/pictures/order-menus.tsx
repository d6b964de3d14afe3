import { ArrowDownUp, ListFilter } from 'lucide-react'
import { NONE_ID } from '../../state/none-of-these'
import { formatCount } from '../primitives/format'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import type { MenuItem } from '../primitives/menu-items'
import { useActions, useApp, useAppState } from '../ui-context'
import { useFilterLabels } from './use-filter-labels'
import { useSortItems } from './use-sort-items'
import { words } from './words'

const useFilterItems = (): readonly MenuItem[] => {
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const filterTagId = useAppState((state) => state.filterTagId)
  const labels = useFilterLabels()
  const counts = useAppState(selectors.tagCounts)
  const all = {
    key: 'all',
    label: words.filterAll,
    chosen: filterTagId === null,
    onSelect: () => filterByTag(null),
  }
  const one = labels.map(({ id, text, hue }) => ({
    key: id,
    label: text,
    hue,
    note: formatCount(counts.get(id) ?? 0),
    chosen: id === filterTagId,
    onSelect: () => {
      // The same tag again would show all.
      if (id !== filterTagId) filterByTag(id)
    },
  }))
  const none = counts.get(NONE_ID)
  if (none === undefined && filterTagId !== NONE_ID) return [all, ...one]
  return [
    all,
    ...one,
    {
      key: NONE_ID,
      label: words.none,
      note: formatCount(none ?? 0),
      chosen: filterTagId === NONE_ID,
      onSelect: () => {
        if (filterTagId !== NONE_ID) filterByTag(NONE_ID)
      },
    },
  ]
}

/** The order of the grid. */
export const SortMenu = () => (
  <MenuButton label={words.sort} useItems={useSortItems}>
    <IconButton icon={ArrowDownUp} label={words.sort} />
  </MenuButton>
)

/** Which label's pictures the grid shows. */
export const FilterMenu = () => (
  <MenuButton label={words.filter} useItems={useFilterItems}>
    <IconButton icon={ListFilter} label={words.filter} />
  </MenuButton>
)
