import { CATEGORIES } from '../../core/imagenet/category'
import { fixedLabelModel } from '../../state/current-model'
import { categoryHue, categoryId } from '../../state/fixed-label-selectors'
import { useAppState } from '../ui-context'

/** A label whose pictures the grid can show alone. */
export interface FilterLabel {
  readonly id: string
  readonly text: string
  readonly hue: number
}

const categories: readonly FilterLabel[] = CATEGORIES.map((category) => ({
  id: categoryId(category),
  text: category,
  hue: categoryHue(category),
}))

/** The labels to filter by: the tags, or the categories of a classifier that has them. */
export const useFilterLabels = (): readonly FilterLabel[] => {
  const tags = useAppState((state) => state.tags.present)
  const classifier = useAppState((state) => fixedLabelModel(state.model))
  if (classifier === null) return tags
  return classifier.imagenet === null ? [] : categories
}
