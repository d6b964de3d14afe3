import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TaglensError } from '../../../core/errors/taglens-error'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import type { Selectors } from '../../selectors'
import type { PictureLabel } from '../../tasks/task'
import { checkWriting, type Writing } from './check-writing'
import type { SeenRegions } from './evidence'

/** What is known of writing in the picture that is looked at, as far as its answer is still that one. */
export type WritingPhase =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly of: SeenRegions; readonly tagId: string }
  | { readonly kind: 'told'; readonly of: SeenRegions; readonly tagId: string; readonly writing: Writing }
  | {
      readonly kind: 'failed'
      readonly of: SeenRegions
      readonly tagId: string
      readonly error: TaglensError
    }

/** Checks on demand whether writing decides on an answer. */
export interface WritingChecks {
  readonly store: StoreApi<WritingPhase>
  /** @param of what was seen of the picture, whose answer is `answer` now. */
  check(state: AppState, of: SeenRegions, answer: PictureLabel): void
  stop(): void
}

/** Creates what checks for writing. */
export const createWritingChecks = (
  deps: Pick<ActionDeps, 'engine'> & { readonly selectors: Pick<Selectors, 'labels'> },
): WritingChecks => {
  const store = createStore<WritingPhase>(() => ({ kind: 'none' }))
  let checking: AbortController | null = null
  const stop = () => {
    checking?.abort()
    checking = null
    if (store.getState().kind === 'checking') store.setState({ kind: 'none' }, true)
  }
  return {
    store,
    stop,
    check: (state, of, answer) => {
      stop()
      const own = new AbortController()
      checking = own
      const { tagId } = answer
      store.setState({ kind: 'checking', of, tagId }, true)
      void checkWriting(deps, state, of, answer, own.signal).then((outcome) => {
        if (own.signal.aborted) return
        if (outcome.kind === 'done') store.setState({ kind: 'told', of, tagId, writing: outcome.value }, true)
        else if (outcome.kind === 'failed')
          store.setState({ kind: 'failed', of, tagId, error: outcome.error }, true)
        else store.setState({ kind: 'none' }, true)
      })
    },
  }
}
