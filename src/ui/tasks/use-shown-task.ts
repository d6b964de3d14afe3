import type { ModelTask } from '../../core/tasks/model-task'
import { currentTask } from '../../state/tasks/tasks'
import { useActions, useAppState, useScreen, useScreenStore } from '../context/ui-context'
import { taskViews } from './task-views'

/** The task of the column of labels, and how to change it: back to the last model for that task, or to a choice of some. */
export const useShownTask = (): {
  readonly task: ModelTask
  /** Whether a model for it answers. */
  readonly isAnswered: boolean
  readonly changeTask: (next: ModelTask) => Promise<void>
} => {
  const screen = useScreenStore()
  const { returnToTask } = useActions()
  const answered = useAppState(currentTask)
  const choosing = useScreen(({ choosingTask }) => choosingTask)
  const task = choosing ?? answered
  return {
    task,
    isAnswered: task === answered,
    changeTask: async (next) => {
      screen.setState({ choosingTask: null })
      if (next === answered || (await returnToTask(next))) return
      // No model for this task was ready before.
      screen.setState(taskViews[next].Choice === null ? { dialog: 'model' } : { choosingTask: next })
    },
  }
}
