import { ArrowDownUp, ListFilter } from 'lucide-react'
import { ELSEWHERE_ID, FAILED_ID, NONE_ID, showsAll } from '../../../core/desk/view/view'
import { isElsewhere } from '../../../state/pictures/queue/elsewhere'
import { list } from '../../../words/en/pictures/list'
import { IconButton } from '../../primitives/icon-button'
import { MenuButton } from '../../primitives/menu/menu-button'
import type { MenuItem } from '../../primitives/menu/menu-items'
import { useActions, useApp, useAppState, useScreenStore, useWordsWith } from '../../context/ui-context'
import { useDecisionItems } from './use-decision-filter'
import { useSortItems } from './use-sort-items'
import type { FilterLabel } from '../../../state/tasks/task'
import { useChosenLabel } from '../chosen-label'

/** The label whose scores a person most likely means: the one that is shown alone, else the best of the picture in focus. */
const useScoredLabel = (): FilterLabel | undefined => {
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

/** How many pictures could not be read, or are not on this device. */
const useFailedCount = (elsewhere: boolean): number =>
  useAppState(({ pictures }) => {
    let count = 0
    for (const { phase } of pictures)
      if (phase.kind === 'failed' && isElsewhere(phase) === elsewhere) count += 1
    return count
  })

const useFilterItems = (): readonly MenuItem[] => {
  const { t, format } = useWordsWith(list)
  const { selectors } = useApp()
  const { filterByTag, toggleFilter } = useActions()
  const filter = useAppState((state) => state.filter)
  const only = useAppState((state) => state.only)
  const labels = useAppState(selectors.filterLabels)
  const counts = useAppState(selectors.tagCounts)
  const failed = useFailedCount(false)
  const away = useFailedCount(true)
  const decidedOnly = useAppState((state) => state.decidedOnly)
  const screen = useScreenStore()
  const chosen = useScoredLabel()?.id
  const answer = (id: string, label: string, count: number, hue?: number): MenuItem => ({
    key: id,
    label,
    ...(hue === undefined ? {} : { hue }),
    note: format.count(count),
    chosen: filter.answers.includes(id),
    adds: true,
    onSelect: () => {
      toggleFilter(id)
    },
  })
  const none = counts.get(NONE_ID)
  const decisions = useDecisionItems()
  return [
    {
      key: 'all',
      label: t('list.filterAll'),
      chosen: showsAll(filter) && only === null && decidedOnly === null,
      onSelect: () => {
        filterByTag(null)
      },
    },
    ...decisions,
    ...labels.map(({ id, text, hue }) => answer(id, text, counts.get(id) ?? 0, hue)),
    ...(none !== undefined || filter.answers.includes(NONE_ID)
      ? [answer(NONE_ID, t('pictures.none'), none ?? 0)]
      : []),
    ...(failed > 0 || filter.answers.includes(FAILED_ID)
      ? [answer(FAILED_ID, t('list.failed'), failed)]
      : []),
    ...(away > 0 || filter.answers.includes(ELSEWHERE_ID)
      ? [answer(ELSEWHERE_ID, t('pictures.elsewhere'), away)]
      : []),
    ...(chosen === undefined
      ? []
      : [
          {
            key: 'score',
            label: t('list.byScore'),
            chosen: null,
            onSelect: () => {
              screen.setState({ rangeOf: chosen })
            },
          },
        ]),
  ]
}

/** The order of the grid. */
export const SortMenu = () => {
  const { t } = useWordsWith(list)
  return (
    <MenuButton label={t('list.sort')} useItems={useSortItems}>
      <IconButton icon={ArrowDownUp} label={t('list.sort')} />
    </MenuButton>
  )
}

/** Which pictures the grid shows: what is chosen adds to what is shown. */
export const FilterMenu = () => {
  const { t } = useWordsWith(list)
  return (
    <MenuButton label={t('list.filter')} useItems={useFilterItems}>
      <IconButton icon={ListFilter} label={t('list.filter')} />
    </MenuButton>
  )
}
