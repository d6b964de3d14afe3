import {
  toFixedLabelRecord,
  type FixedLabelRecord,
} from '../../../core/tasks/fixed-labels/fixed-label-record'
import type { FixedLabelModel } from '../../../core/tasks/fixed-labels/model'
import type { Picture } from '../../app-state'

/** Classes in a record that leaves the page; the same as of a call that does not say. */
const TOP_K = 5

/** What a classifier found in a picture, as it leaves the app; `null` while it has not seen it. */
export const fixedLabelRecord = (
  { id, name, phase }: Picture,
  model: FixedLabelModel,
): FixedLabelRecord | null => {
  if (phase.kind !== 'ready' || phase.encoded.kind !== 'classes' || phase.encoded.modelKey !== model.key)
    return null
  const { logits, time } = phase.encoded
  return toFixedLabelRecord({ ...phase.facts, id, name, time }, logits, model, TOP_K)
}
