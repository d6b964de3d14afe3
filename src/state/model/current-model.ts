import { isFor, type LoadedModel } from '../../core/model/loaded-model'
import { knowsDrawingsOnly } from '../../core/model/model-facts'
import type { ModelTask } from '../../core/tasks/model-task'
import type { AnsweringModel, ModelPhase } from '../../core/model/model-phase'
import type { Picture } from '../app-state'

/** The model that answers now, if any, and how it was asked for: while another loads, the one before it. */
export const answeringModel = (phase: ModelPhase): AnsweringModel | null => {
  switch (phase.kind) {
    case 'ready':
      return phase
    case 'planning':
    case 'planned':
    case 'loading':
    case 'paused':
    case 'failed':
      return phase.previous
    case 'none':
      return null
  }
}

/** The model that answers now, if any. */
export const currentModel = (phase: ModelPhase): LoadedModel | null => answeringModel(phase)?.model ?? null

/** The model that answers now, if it is for `task`. */
export const modelFor = <Task extends ModelTask>(
  phase: ModelPhase,
  task: Task,
): Extract<LoadedModel, { readonly task: Task }> | null => {
  const model = currentModel(phase)
  return isFor(model, task) ? model : null
}

/** As of `Selectors.isBeyondModel`. */
export const isBeyond = (model: LoadedModel | null, { phase }: Picture): boolean =>
  phase.kind === 'ready' &&
  phase.facts.photographic &&
  model !== null &&
  knowsDrawingsOnly(model) &&
  phase.encoded.modelKey === model.key
