import { exportFixedLabels } from '../../../core/tasks/fixed-labels/export-fixed-labels'
import type { FixedLabelRecord } from '../../../core/tasks/fixed-labels/fixed-label-record'
import type { AppState } from '../../app-state'
import { modelFor } from '../../model/current-model'
import { failedRecords } from '../failed-records'
import type { LateTask } from '../late-task'
import { fixedLabelRecord } from './picture-record'

/** Records of every picture that the classifier has seen, in the order of the list; none while none answers. */
const allRecords = ({ model, pictures }: AppState): readonly FixedLabelRecord[] => {
  const classifier = modelFor(model, 'fixed-labels')
  return classifier ? pictures.flatMap((picture) => fixedLabelRecord(picture, classifier) ?? []) : []
}

/** What is wanted of a classifier's answers when a person asks for it. */
export const fixedLabelsLate: LateTask = {
  exportAll: ({ store }, format) =>
    exportFixedLabels(allRecords(store.getState()), failedRecords(store.getState()), format),
  toLink: (_state, vitModel) => ({ mode: 'vit', vitModel }),
}
