import type { MenuItem } from '../../primitives/menu/menu-items'
import { useActions, useAppState, useWords } from '../../context/ui-context'

const SORTS = ['added', 'name', 'score', 'unsure', 'similar'] as const

/** The orders of the grid, as lines to choose one from. */
export const useSortItems = (): readonly MenuItem[] => {
  const { t } = useWords()
  const { setSort } = useActions()
  const sort = useAppState((state) => state.sort)
  return SORTS.map((value) => ({
    key: value,
    label: t(`pictures.sorts.${value}`),
    chosen: value === sort,
    onSelect: () => setSort(value),
  }))
}
