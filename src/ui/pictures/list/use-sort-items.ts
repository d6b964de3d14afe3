import type { Sort, SortBy } from '../../../core/desk/view/view'
import { list } from '../../../words/en/pictures/list'
import { useActions, useApp, useAppState, useWordsWith } from '../../context/ui-context'
import type { MenuItem } from '../../primitives/menu/menu-items'
import { useChosenLabel } from '../chosen-label'

/** Each order as it begins. */
const ORDERS = {
  added: { by: 'added', descending: false },
  name: { by: 'name', descending: false },
  path: { by: 'path', descending: false },
  date: { by: 'date', descending: true },
  size: { by: 'size', descending: true },
  surest: { by: 'sureness', descending: true },
  unsure: { by: 'sureness', descending: false },
  score: { by: 'score', descending: true },
  likeness: { by: 'likeness', descending: true },
  words: { by: 'words', descending: true },
} as const satisfies Readonly<Record<string, Sort>>

/** Orders whose other way round is another line of the menu. */
const isBothWays = (by: SortBy): boolean => by === 'sureness'

/** The label whose scores are worth an order: the one that is shown alone, else the best of the picture in focus. */
const useScoredLabel = () => {
  const { selectors } = useApp()
  const labels = useAppState(selectors.filterLabels)
  const { only, best } = useChosenLabel()
  const sorted = useAppState(({ scoreOf }) => scoreOf ?? undefined)
  for (const wanted of [only, sorted, best]) {
    const label = labels.find(({ id }) => id === wanted)
    if (label) return label
  }
  return labels[0]
}

/** The orders of the grid, as lines to choose one from. */
export const useSortItems = (): readonly MenuItem[] => {
  const { t } = useWordsWith(list)
  const { setSort } = useActions()
  const sort = useAppState((state) => state.sort)
  const scored = useScoredLabel()
  const words = useAppState(({ search }) => search?.words)
  const texts: Readonly<Record<keyof typeof ORDERS, string | null>> = {
    added: t('list.sorts.added'),
    name: t('list.sorts.name'),
    path: t('list.sorts.path'),
    date: t('list.sorts.date'),
    size: t('list.sorts.size'),
    surest: t('list.sorts.score'),
    unsure: t('list.sorts.unsure'),
    score: scored ? t('list.sorts.tag', { tag: scored.text }) : null,
    likeness: t('list.sorts.similar'),
    words: words === undefined ? null : t('list.sorts.words', { words }),
  }
  const keys = Object.keys(ORDERS) as (keyof typeof ORDERS)[]
  const chosen = keys.find((key) => {
    const order = ORDERS[key]
    return order.by === sort.by && (!isBothWays(sort.by) || order.descending === sort.descending)
  })
  const orders = keys.flatMap((key): MenuItem[] => {
    const label = texts[key]
    return label === null
      ? []
      : [
          {
            key,
            label,
            chosen: key === chosen,
            onSelect: () => {
              setSort(ORDERS[key], scored?.id)
            },
          },
        ]
  })
  if (isBothWays(sort.by)) return orders
  return [
    ...orders,
    {
      key: 'reversed',
      label: t('list.reversed'),
      adds: true,
      chosen: chosen !== undefined && ORDERS[chosen].descending !== sort.descending,
      onSelect: () => {
        setSort({ ...sort, descending: !sort.descending }, scored?.id)
      },
    },
  ]
}
