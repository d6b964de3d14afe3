import { isOnItsWay } from '../../core/model/model-phase'
import type { ActionDeps } from '../app-deps'
import type { AppState } from '../app-state'
import { answeringModel } from './current-model'

/**
 * Resolves once a model answers that was on its way, or it is clear that none comes by itself: at the beginning of a visit
 * what needs one would else be told that there is none.
 */
export const whenModelCame = (store: ActionDeps['store']): Promise<void> =>
  new Promise((resolve) => {
    const isComing = ({ model }: AppState) => answeringModel(model) === null && isOnItsWay(model)
    if (!isComing(store.getState())) {
      resolve()
      return
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.model === before.model || isComing(state)) return
      unsubscribe()
      resolve()
    })
  })
