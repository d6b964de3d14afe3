import {
  toFixedLabelRecord,
  type FixedLabelRecord,
} from '../../../core/tasks/fixed-labels/fixed-label-record'
import type { FixedLabelModel } from '../../../core/model/loaded-model'
import type { AppState, Picture } from '../../app-state'
import { fixedLabelModel } from '../../model/current-model'

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

/** Records of every picture that the classifier has seen, in the order of the list; none while none answers. */
export const allFixedLabelRecords = ({ model, pictures }: AppState): readonly FixedLabelRecord[] => {
  const classifier = fixedLabelModel(model)
  return classifier ? pictures.flatMap((picture) => fixedLabelRecord(picture, classifier) ?? []) : []
}
