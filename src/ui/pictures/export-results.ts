import { exportFixedLabels } from '../../core/fixed-labels/export-fixed-labels'
import { exportRecords, type ExportFormat } from '../../core/views/export'
import type { App } from '../../state/app'
import { fixedLabelModel } from '../../state/current-model'
import { allFixedLabelRecords } from '../../state/fixed-label-records'
import { allRecords, exportSettings } from '../../state/picture-record'

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
