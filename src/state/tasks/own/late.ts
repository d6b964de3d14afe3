import type { LateTask } from '../late-task'
import { exportTagRecords } from '../zero-shot/late'
import { createOwnRecords } from './own-record'

/** What is wanted of a classifier of the person's own when a person asks for it. */
export const ownLate: Pick<LateTask, 'exportAll'> = {
  exportAll: ({ store, selectors }, pictures, listed, format) => {
    const state = store.getState()
    return exportTagRecords(state, pictures, listed, format, createOwnRecords(state, selectors))
  },
}
