import { fixedLabelModel } from '../../state/current-model'
import type { FoundLabel } from '../../state/fixed-label-selectors'
import { useApp, useAppState } from '../ui-context'

/** The labels to filter by: the tags, or of a classifier its categories or the labels that it found. */
export const useFilterLabels = (): readonly FoundLabel[] => {
  const { selectors } = useApp()
  const tags = useAppState((state) => state.tags.present)
  const classifies = useAppState((state) => fixedLabelModel(state.model) !== null)
  const found = useAppState(selectors.foundLabels)
  return classifies ? found : tags
}
