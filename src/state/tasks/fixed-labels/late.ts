import { exportFixedLabels } from '../../../core/tasks/fixed-labels/export-fixed-labels'
import type { FixedLabelRecord } from '../../../core/tasks/fixed-labels/fixed-label-record'
import type { AppState, Picture } from '../../app-state'
import { modelFor } from '../../model/current-model'
import { failedRecords, type LateTask } from '../late-task'
import { fixedLabelRecord } from './picture-record'

/** Records of the pictures that the classifier has seen, in their order; none while none answers. */
function* recordsOf(pictures: Iterable<Picture>, { model }: AppState): Generator<FixedLabelRecord> {
  const classifier = modelFor(model, 'fixed-labels')
  for (const picture of pictures) {
    const record = classifier && fixedLabelRecord(picture, classifier)
    if (record) yield record
  }
}

/** What is wanted of a classifier's answers when a person asks for it. */
export const fixedLabelsLate: LateTask = {
  exportAll: ({ store }, pictures, listed, format) =>
    exportFixedLabels(recordsOf(pictures, store.getState()), failedRecords(listed), format),
  toLink: (_state, vitModel) => ({ mode: 'vit', vitModel }),
}
