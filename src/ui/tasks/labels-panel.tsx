import { MODEL_TASKS } from '../../core/tasks/model-task'
import { Segmented } from '../primitives/fields/segmented'
import { useWords } from '../context/ui-context'
import { taskViews } from './task-views'
import { useShownTask } from './use-shown-task'

/** The column of labels: the person's own tags, or a classifier's, as the model that answers has it. */
export const LabelsPanel = ({ headed = true }: { readonly headed?: boolean }) => {
  const words = useWords()
  const { task, isAnswered, changeTask } = useShownTask()
  const { Labels, Choice } = taskViews[task]
  return (
    <div className="flex h-full min-h-0 flex-col bg-panel">
      <div className="shrink-0 border-b border-line p-2">
        <Segmented
          label={words.t('labels.mode')}
          choices={MODEL_TASKS.map((value) => ({ value, label: taskViews[value].name(words) }))}
          value={task}
          onChange={(next) => void changeTask(next)}
          className="flex w-full"
        />
      </div>
      <div className="min-h-0 flex-1">
        {!isAnswered && Choice !== null ? <Choice /> : <Labels headed={headed} />}
      </div>
    </div>
  )
}
