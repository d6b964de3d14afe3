import type { Late } from '../../core/async/late'
import type { ActionDeps } from '../app-deps'
import type { Notices } from '../messages/notices'
import type * as TakeIn from './incoming/take-in'
import { repeatedPictures } from './repeated-pictures'

/** Says, when pictures have been read, which are there twice, and that the browser has changed pixels: each once. */
export const tellWhatWasRead = (
  deps: ActionDeps & { readonly notices: Notices },
  takingIn: Late<typeof TakeIn>,
  remove: (ids: readonly string[]) => void,
): void => {
  const told = new Set<string>()
  let toldNoise = false
  deps.store.subscribe((state, before) => {
    if (state.queue.kind !== 'idle' || before.queue.kind === 'idle') return
    const repeated = repeatedPictures(state.pictures).filter((id) => !told.has(id))
    const noisy = !toldNoise && deps.engine.stats().noisyReads > 0
    if (repeated.length === 0 && !noisy) return
    for (const id of repeated) told.add(id)
    toldNoise ||= noisy
    // Without that part nothing is lost but a remark.
    void takingIn.load().then(
      ({ tellRepeated, tellNoise }) => {
        if (repeated.length > 0) tellRepeated(deps, repeated, remove)
        if (noisy) tellNoise(deps)
      },
      () => undefined,
    )
  })
}
