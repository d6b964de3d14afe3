import { ArrowDownUp, ListFilter } from 'lucide-react'
import { NONE_ID } from '../../../core/desk/view/view'
import { IconButton } from '../../primitives/icon-button'
import { MenuButton } from '../../primitives/menu/menu-button'
import type { MenuItem } from '../../primitives/menu/menu-items'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { useSortItems } from './use-sort-items'

const useFilterItems = (): readonly MenuItem[] => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const filterTagId = useAppState((state) => state.filterTagId)
  const labels = useAppState(selectors.filterLabels)
  const counts = useAppState(selectors.tagCounts)
  const all = {
    key: 'all',
    label: t('pictures.filterAll'),
    chosen: filterTagId === null,
    onSelect: () => filterByTag(null),
  }
  const one = labels.map(({ id, text, hue }) => ({
    key: id,
    label: text,
    hue,
    note: format.count(counts.get(id) ?? 0),
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
      label: t('pictures.none'),
      note: format.count(none ?? 0),
      chosen: filterTagId === NONE_ID,
      onSelect: () => {
        if (filterTagId !== NONE_ID) filterByTag(NONE_ID)
      },
    },
  ]
}

/** The order of the grid. */
export const SortMenu = () => {
  const { t } = useWords()
  return (
    <MenuButton label={t('pictures.sort')} useItems={useSortItems}>
      <IconButton icon={ArrowDownUp} label={t('pictures.sort')} />
    </MenuButton>
  )
}

/** Which label's pictures the grid shows. */
export const FilterMenu = () => {
  const { t } = useWords()
  return (
    <MenuButton label={t('pictures.filter')} useItems={useFilterItems}>
      <IconButton icon={ListFilter} label={t('pictures.filter')} />
    </MenuButton>
  )
}
