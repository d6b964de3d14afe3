import { FIRST_TASK, type ModelTask } from '../../core/tasks/model-task'
import type { AppState } from '../app-state'
import { currentModel } from '../model/current-model'
import { createOwnTask } from './own/own-task'
import { createFixedLabelResults } from './fixed-labels/results'
import type { Task } from './task'
import { createJudgements } from './zero-shot/judgements'

/** What answers on the page: a model by its own task, or a classifier of the person's own over its vectors. */
export type PageTask = ModelTask | 'own'

/** Every task, with memories of their own. This is where `state` lists them. */
export const createTasks = () => {
  const zeroShot = createJudgements()
  return {
    'zero-shot': zeroShot,
    'fixed-labels': createFixedLabelResults(),
    own: createOwnTask(zeroShot),
  } satisfies Readonly<Record<PageTask, Task>>
}

/** Every task by its name. */
export type Tasks = ReturnType<typeof createTasks>

/** What the model that answers is asked; while none answers, what the first one will be. */
export const currentTask = ({ model }: Pick<AppState, 'model'>): ModelTask =>
  currentModel(model)?.task ?? FIRST_TASK

/** The same, unless a classifier of the person's own answers over its vectors. */
export const answeringTask = (state: Pick<AppState, 'model' | 'own' | 'answersBy'>): PageTask =>
  state.answersBy === 'own' && state.own !== null && state.own.modelKey === currentModel(state.model)?.key
    ? 'own'
    : currentTask(state)

/** Whether a task judges pictures by the tags of the page, as words. */
export const judgesByWords = (task: PageTask): boolean => task === 'zero-shot'
