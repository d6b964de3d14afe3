import type { SharedState } from '../../core/site/links/link-query'
import type { ExportFormat } from '../../core/views/export'
import type { App } from '../app'
import type { AppState, Picture } from '../app-state'
import type { FailedRecord } from '../../core/views/pieces'

/** What is wanted of a task only when a person asks for it, and loaded then. `late-tasks.ts` lists them. */
export interface LateTask {
  /**
   * The results of pictures as a file, in pieces that are made as they are asked for, of the state as it is at first.
   * @param pictures the same as `listed`, gone through once: who gives them counts how far it is.
   */
  exportAll(
    app: Pick<App, 'store' | 'selectors'>,
    pictures: Iterable<Picture>,
    listed: readonly Picture[],
    format: ExportFormat,
  ): Iterable<string>
  /** What a link says, to ask the same where it is opened. @param hubId of the model, where it has one. */
  toLink(state: AppState, hubId: string | null): SharedState
}

/** Those of the pictures that could not be read, as they stand in a file of results. */
export const failedRecords = (pictures: readonly Picture[]): readonly FailedRecord[] =>
  pictures.flatMap(({ id, name, phase }) =>
    phase.kind === 'failed' ? [{ id, name, error: { code: phase.error.code } }] : [],
  )
