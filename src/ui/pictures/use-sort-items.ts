import type { MenuItem } from '../primitives/menu-items'
import { useActions, useAppState } from '../ui-context'
import { sortNames } from './words'

/** The orders of the grid, as lines to choose one from. */
export const useSortItems = (): readonly MenuItem[] => {
  const { setSort } = useActions()
  const sort = useAppState((state) => state.sort)
  return sortNames.map(([value, label]) => ({
    key: value,
    label,
    chosen: value === sort,
    onSelect: () => setSort(value),
  }))
}
