import type { StoreApi } from 'zustand/vanilla'
import { isOnItsWay } from '../../core/model/model-phase'
import type { AppState } from '../app-state'
import { currentModel } from '../model/current-model'

/** Whether nothing is under way. Pictures without a model wait for a person, not for the machine. */
const isIdle = ({
  model,
  isStarting,
  readingIn,
  embeddingTags,
  queue,
  pictures,
  arranging,
  search,
}: AppState): boolean =>
  !isStarting &&
  readingIn === 0 &&
  arranging.kind !== 'working' &&
  !isOnItsWay(model) &&
  !embeddingTags &&
  search?.phase.kind !== 'embedding' &&
  (queue.kind === 'paused' ||
    currentModel(model) === null ||
    pictures.every(({ phase }) => phase.kind !== 'waiting' && phase.kind !== 'encoding'))

/** Creates what resolves when nothing is loading, encoding, being embedded or arranged. */
export const createWhenIdle =
  (store: Pick<StoreApi<AppState>, 'getState' | 'subscribe'>): (() => Promise<void>) =>
  () =>
    new Promise((resolve) => {
      if (isIdle(store.getState())) {
        resolve()
        return
      }
      const unsubscribe = store.subscribe(() => {
        // Not the state that this call announces: a listener before this one may have gone on from it.
        if (!isIdle(store.getState())) return
        unsubscribe()
        resolve()
      })
    })
