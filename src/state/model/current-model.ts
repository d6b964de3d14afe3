import { isFor, type LoadedModel } from '../../core/model/loaded-model'
import { knowsDrawingsOnly } from '../../core/model/model-facts'
import type { ModelTask } from '../../core/tasks/model-task'
import type { AnsweringModel, ModelPhase } from '../../core/model/model-phase'
import type { AppState, Picture } from '../app-state'

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

/** The model that answers now, if it compares pictures with words. */
export const wordModel = (phase: ModelPhase) => modelFor(phase, 'zero-shot')

/** As of `Selectors.isBeyondModel`. */
export const isBeyond = (model: LoadedModel | null, { phase }: Picture): boolean =>
  phase.kind === 'ready' &&
  phase.facts.photographic &&
  model !== null &&
  knowsDrawingsOnly(model) &&
  phase.encoded.modelKey === model.key

/**
 * Whether a model that is on this device is about to answer: at the beginning of a visit, or at the end of its
 * download. What another says of a picture in these seconds, "cannot tell" above all, is no verdict.
 */
export const opensModel = ({
  isStarting,
  model,
  settings,
}: Pick<AppState, 'isStarting' | 'model' | 'settings'>): boolean => {
  if (model.kind === 'loading' && model.choice.source.kind !== 'app')
    return isStarting || model.progress.stage === 'checking' || model.progress.stage === 'opening'
  const looksForIt = model.kind === 'none' || model.kind === 'loading' || model.kind === 'ready'
  return isStarting && looksForIt && settings.chosenModel !== null
}

/** Whether a picture waits for a model that is being opened, since the one that answers was not made for it. */
export const waitsForModel = (state: AppState, picture: Picture): boolean =>
  isBeyond(currentModel(state.model), picture) && opensModel(state)

/** Such a picture as it is shown: one that has no answer yet. */
export const asWaiting = ({ phase, ...picture }: Picture): Picture => ({
  ...picture,
  phase: { kind: 'waiting', facts: phase.kind === 'failed' ? null : phase.facts },
})
