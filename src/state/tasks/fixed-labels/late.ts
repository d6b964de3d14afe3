import { exportFixedLabels } from '../../../core/tasks/fixed-labels/export-fixed-labels'
import {
  toFixedLabelRecord,
  type FixedLabelRecord,
} from '../../../core/tasks/fixed-labels/fixed-label-record'
import type { FixedLabelModel } from '../../../core/tasks/fixed-labels/model'
import type { AppState, Picture } from '../../app-state'
import { modelFor } from '../../model/current-model'
import type { LateTask } from '../late-task'

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
const allRecords = ({ model, pictures }: AppState): readonly FixedLabelRecord[] => {
  const classifier = modelFor(model, 'fixed-labels')
  return classifier ? pictures.flatMap((picture) => fixedLabelRecord(picture, classifier) ?? []) : []
}

/** What is wanted of a classifier's answers when a person asks for it. */
export const fixedLabelsLate: LateTask = {
  exportAll: ({ store }, format) => exportFixedLabels(allRecords(store.getState()), format),
  toLink: (_state, vitModel) => ({ mode: 'vit', vitModel }),
}
