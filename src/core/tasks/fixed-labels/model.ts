import type { ModelFacts } from '../../model/model-facts'
import type { ClassOffset } from './imagenet/class-layout'

/** A classifier: knows the labels that it was trained on, and no others. */
export interface FixedLabelModel extends ModelFacts {
  readonly task: 'fixed-labels'
  /** In the order of its output. */
  readonly labels: readonly string[]
  /** Where ImageNet's classes begin among its labels; `null` where they are others. */
  readonly imagenet: ClassOffset | null
}
