import type { Sort, SortBy } from '../../../core/desk/view/view'
import { list } from '../../../words/en/pictures/list'
import { useActions, useApp, useAppState, useWordsWith } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import type { MenuItem } from '../../primitives/menu/menu-items'

/** Each order as it begins, but for that by the score of a label, which has a line for each. */
const ORDERS = {
  added: { by: 'added', descending: false },
  name: { by: 'name', descending: false },
  path: { by: 'path', descending: false },
  date: { by: 'date', descending: true },
  size: { by: 'size', descending: true },
  surest: { by: 'sureness', descending: true },
  unsure: { by: 'sureness', descending: false },
  likeness: { by: 'likeness', descending: true },
  words: { by: 'words', descending: true },
} as const satisfies Readonly<Record<string, Sort>>

const BY_SCORE: Sort = { by: 'score', descending: true }

const BY_UNLIKENESS: Sort = { by: 'unlikeness', descending: true }

/** Examples of a tag until pictures can be ordered by their unlikeness to them. */
const FEWEST_GOOD = 3

/** Orders whose other way round is another line of the menu. */
const isBothWays = (by: SortBy): boolean => by === 'sureness'

/** The orders that need no label. */
const useOrderItems = (): readonly MenuItem[] => {
  const { t } = useWordsWith(list)
  const { setSort } = useActions()
  const sort = useAppState((state) => state.sort)
  const words = useAppState(({ search }) => search?.words)
  const texts: Readonly<Record<keyof typeof ORDERS, string | null>> = {
    added: t('list.sorts.added'),
    name: t('list.sorts.name'),
    path: t('list.sorts.path'),
    date: t('list.sorts.date'),
    size: t('list.sorts.size'),
    surest: t('list.sorts.score'),
    unsure: t('list.sorts.unsure'),
    likeness: t('list.sorts.similar'),
    words: words === undefined ? null : t('list.sorts.words', { words }),
  }
  const keys = Object.keys(ORDERS) as (keyof typeof ORDERS)[]
  return keys.flatMap((key): MenuItem[] => {
    const [label, order] = [texts[key], ORDERS[key]]
    const chosen = order.by === sort.by && (!isBothWays(sort.by) || order.descending === sort.descending)
    const onSelect = () => {
      setSort(order)
    }
    return label === null ? [] : [{ key, label, chosen, onSelect }]
  })
}

/** The present order turned around; none where that is a line of its own. */
const useReverseItems = (): readonly MenuItem[] => {
  const { t } = useWordsWith(list)
  const { setSort } = useActions()
  const sort = useAppState((state) => state.sort)
  const scoreOf = useAppState((state) => state.scoreOf ?? undefined)
  if (isBothWays(sort.by)) return []
  const begins = [...Object.values<Sort>(ORDERS), BY_SCORE, BY_UNLIKENESS].find(({ by }) => by === sort.by)
  return [
    {
      key: 'reversed',
      label: t('list.reversed'),
      adds: true,
      chosen: begins?.descending !== sort.descending,
      onSelect: () => {
        setSort({ ...sort, descending: !sort.descending }, scoreOf)
      },
    },
  ]
}

/** A line for every tag that has examples: what is least like them comes first. */
const useUnlikeItems = (): readonly MenuItem[] => {
  const { t } = useWordsWith(list)
  const { marking } = useActions()
  const attempt = useAttempt()
  const tags = useAppState((state) => state.tags)
  const marks = useAppState((state) => state.marks)
  const good = useAppState((state) => state.good?.tagId)
  return tags.flatMap(({ id, text }): MenuItem[] =>
    marks.filter(({ yes }) => yes.includes(id)).length < FEWEST_GOOD
      ? []
      : [
          {
            key: `unlike ${id}`,
            label: t('list.sorts.unlike', { tag: text }),
            chosen: good === id,
            onSelect: () =>
              void attempt(async () => {
                ;(await marking.load()).sortByUnlike(id)
              }),
          },
        ],
  )
}

/** A line for every label: what scores best by it comes first. */
const useLabelItems = (): readonly MenuItem[] => {
  const { t } = useWordsWith(list)
  const { selectors } = useApp()
  const { setSort } = useActions()
  const labels = useAppState(selectors.filterLabels)
  const scoreOf = useAppState((state) => state.scoreOf)
  return labels.map(({ id, text, hue }, place) => ({
    key: `score ${id}`,
    ...(place === 0 ? { heading: t('list.sorts.tags') } : {}),
    label: text,
    hue,
    chosen: scoreOf === id,
    onSelect: () => {
      setSort(BY_SCORE, id)
    },
  }))
}

/** The orders of the grid, as lines to choose one from. */
export const useSortItems = (): readonly MenuItem[] => [
  ...useOrderItems(),
  ...useUnlikeItems(),
  ...useReverseItems(),
  ...useLabelItems(),
]
