import type { AppState, Picture } from '../app-state'
import { currentModel, isBeyond } from './current-model'

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
