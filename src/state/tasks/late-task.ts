import type { SharedState } from '../../core/site/links/link-query'
import type { ExportFormat } from '../../core/views/export'
import type { App } from '../app'
import type { AppState } from '../app-state'

/** What is wanted of a task only when a person asks for it, and loaded then. `late-tasks.ts` lists them. */
export interface LateTask {
  /** The results of every picture as a file. */
  exportAll(app: Pick<App, 'store' | 'selectors'>, format: ExportFormat): string
  /** What a link says, to ask the same where it is opened. @param hubId of the model, where it has one. */
  toLink(state: AppState, hubId: string | null): SharedState
}
