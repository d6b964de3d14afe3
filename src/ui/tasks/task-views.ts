import type { ModelTask } from '../../core/tasks/model-task'
import type { PageTask } from '../../state/tasks/tasks'
import { fixedLabelsView } from './fixed-labels/fixed-labels-view'
import { ownView } from './own/own-view'
import type { TaskView } from './task-view'
import { zeroShotView } from './zero-shot/zero-shot-view'

/** Every task, in the order of the modes. This is where `ui` lists them. */
export const taskViews: Readonly<Record<ModelTask, TaskView>> = {
  'zero-shot': zeroShotView,
  'fixed-labels': fixedLabelsView,
}

/** What the ranking column shows of each, and of a classifier of the person's own. */
export const pageTaskViews: Readonly<Record<PageTask, Pick<TaskView, 'Ranking' | 'Footer'>>> = {
  ...taskViews,
  own: ownView,
}
