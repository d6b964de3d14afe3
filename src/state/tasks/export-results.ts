import { exportFixedLabels } from '../../core/tasks/fixed-labels/export-fixed-labels'
import { exportRecords, type ExportFormat } from '../../core/views/export'
import type { App } from '../app'
import { fixedLabelModel } from '../model/current-model'
import { allFixedLabelRecords } from './fixed-labels/picture-record'
import { allRecords, exportSettings } from './zero-shot/picture-record'

/** The results of every picture in a format, of whichever kind of model answers. Loaded when first wanted. */
export const exportResults = (
  { store, selectors }: Pick<App, 'store' | 'selectors'>,
  format: ExportFormat,
) => {
  const state = store.getState()
  return fixedLabelModel(state.model)
    ? exportFixedLabels(allFixedLabelRecords(state), format)
    : exportRecords(allRecords(state, selectors), exportSettings(state), format)
}
