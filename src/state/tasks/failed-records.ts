import type { FailedRecord } from '../../core/views/failed-record'
import type { AppState } from '../app-state'

/** The pictures of the list that could not be read, as they stand in a file of results. */
export const failedRecords = ({ pictures }: AppState): readonly FailedRecord[] =>
  pictures.flatMap(({ id, name, phase }) =>
    phase.kind === 'failed' ? [{ id, name, error: { code: phase.error.code } }] : [],
  )
