import { FIRST_TASK, type ModelTask } from '../../core/tasks/model-task'
import type { AppState } from '../app-state'
import { currentModel } from '../model/current-model'
import { createFixedLabelResults } from './fixed-labels/results'
import type { Task } from './task'
import { createJudgements } from './zero-shot/judgements'

/** Every task, with memories of their own. This is where `state` lists them. */
export const createTasks = () =>
  ({
    'zero-shot': createJudgements(),
    'fixed-labels': createFixedLabelResults(),
  }) satisfies Readonly<Record<ModelTask, Task>>

/** Every task by its name. */
export type Tasks = ReturnType<typeof createTasks>

/** What the model that answers is asked; while none answers, what the first one will be. */
export const currentTask = ({ model }: Pick<AppState, 'model'>): ModelTask =>
  currentModel(model)?.task ?? FIRST_TASK
