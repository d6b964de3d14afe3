import type { ActionDeps } from '../../../app-deps'
import type { AppState } from '../../../app-state'

/** Resolves when these pictures have been read, or cannot be, or are gone. */
export const whenRead = (store: ActionDeps['store'], ids: ReadonlySet<string>): Promise<void> =>
  new Promise((resolve) => {
    const isRead = ({ pictures }: AppState) =>
      pictures.every(
        ({ id, phase }) => !ids.has(id) || (phase.kind !== 'waiting' && phase.kind !== 'encoding'),
      )
    if (isRead(store.getState())) {
      resolve()
      return
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.pictures === before.pictures || !isRead(state)) return
      unsubscribe()
      resolve()
    })
  })
