import type { ModelTask } from '../tasks/model-task'
/** What the next page shows of the screen as it was left. */
export interface CarriedScreen {
  readonly large: boolean
  readonly phoneShows: 'picture' | 'grid'
  readonly frameShown: boolean
  readonly modelView: boolean
  /** Name of the dialog that is open; another version may not know it. */
  readonly dialog: string | null
  readonly choosingTask: ModelTask | null
  /** What is typed in the field that adds tags. */
  readonly tagDraft: string
}
