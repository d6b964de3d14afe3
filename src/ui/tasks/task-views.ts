import type { ModelTask } from '../../core/tasks/model-task'
import { fixedLabelsView } from './fixed-labels/fixed-labels-view'
import type { TaskView } from './task-view'
import { zeroShotView } from './zero-shot/zero-shot-view'

/** Every task, in the order of the modes. This is where `ui` lists them. */
export const taskViews: Readonly<Record<ModelTask, TaskView>> = {
  'zero-shot': zeroShotView,
  'fixed-labels': fixedLabelsView,
}
