import { ArrowDownUp, ListFilter } from 'lucide-react'
import { formatCount } from '../primitives/format'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import { useActions, useApp, useAppState } from '../ui-context'
import { sortNames, words } from './words'

/** The order of the grid. */
export const SortMenu = () => {
  const { setSort } = useActions()
  const sort = useAppState((state) => state.sort)
  const items = sortNames.map(([value, label]) => ({
    key: value,
    label,
    chosen: value === sort,
    onSelect: () => {
      setSort(value)
    },
  }))
  return (
    <MenuButton label={words.sort} items={items}>
      <IconButton icon={ArrowDownUp} label={words.sort} />
    </MenuButton>
  )
}

/** Which tag's pictures the grid shows. */
export const FilterMenu = () => {
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const filterTagId = useAppState((state) => state.filterTagId)
  const tags = useAppState((state) => state.tags.present)
  const counts = useAppState(selectors.tagCounts)
  const all = {
    key: 'all',
    label: words.filterAll,
    chosen: filterTagId === null,
    onSelect: () => {
      filterByTag(null)
    },
  }
  const items = tags.map(({ id, text, hue }) => ({
    key: id,
    label: text,
    hue,
    note: formatCount(counts.get(id) ?? 0),
    chosen: id === filterTagId,
    onSelect: () => {
      if (id !== filterTagId) filterByTag(id)
    },
  }))
  return (
    <MenuButton label={words.filter} items={[all, ...items]}>
      <IconButton icon={ListFilter} label={words.filter} />
    </MenuButton>
  )
}
