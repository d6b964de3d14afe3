import type { FailedRecord } from '../../core/views/failed-record'
import type { Picture } from '../app-state'

/** Those of the pictures that could not be read, as they stand in a file of results. */
export const failedRecords = (pictures: readonly Picture[]): readonly FailedRecord[] =>
  pictures.flatMap(({ id, name, phase }) =>
    phase.kind === 'failed' ? [{ id, name, error: { code: phase.error.code } }] : [],
  )
