import type { App } from '../../state/app'

type Store = App['store']

/** Where no frames come, since the page is hidden, its listeners are still told now and then. */
const HIDDEN_MS = 250

const nextFrame = (run: () => void): void => {
  const once = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, HIDDEN_MS)
}

/**
 * The store as components follow it: told of the first change at once, so that a key or a click shows without
 * delay, and of what follows within the same frame once, at the next. A queue on a fast graphics card changes
 * the state hundreds of times a second; no one sees more than one drawing a frame, so no more are made.
 *
 * A field that is typed into must keep its text itself (`use-typed.ts`): React puts the old text back into a
 * field whose new text arrives after the event.
 */
export const createFrameStore = (store: Store): Store => {
  const listeners = new Set<Parameters<Store['subscribe']>[0]>()
  let phase: 'resting' | 'told' | 'changed-since' = 'resting'

  let before = store.getState()

  const tell = () => {
    phase = 'told'
    const last = before
    before = store.getState()
    for (const listener of listeners) listener(before, last)
    nextFrame(() => {
      if (phase === 'changed-since') tell()
      else phase = 'resting'
    })
  }
  const onChange = () => {
    if (phase === 'resting') tell()
    else phase = 'changed-since'
  }
  let unsubscribe: (() => void) | null = null
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      unsubscribe ??= store.subscribe(onChange)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        unsubscribe?.()
        unsubscribe = null
      }
    },
  }
}
