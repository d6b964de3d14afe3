import type { ModelFacts } from '../../model/model-facts'
import type { Category } from './imagenet/category'

/** A classifier: knows the labels that it was trained on, and no others. */
export interface FixedLabelModel extends ModelFacts {
  readonly task: 'fixed-labels'
  /** In the order of its output. */
  readonly labels: readonly string[]
  /** What each label counts as; `null` where they are not ImageNet's. */
  readonly categories: readonly Category[] | null
}
