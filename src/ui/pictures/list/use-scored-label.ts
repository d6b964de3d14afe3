import { useApp, useAppState } from '../../context/ui-context'
import type { FilterLabel } from '../../../state/tasks/task'
import { useChosenLabel } from '../chosen-label'

/** The label whose scores a person most likely means: the one that is shown alone, else the best of the picture in focus. */
export const useScoredLabel = (): FilterLabel | undefined => {
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
