import type { Desk } from '../../../client/desk/create-desk'
import type { Differing } from '../../../core/desk/duplicates/differing'
import type { ActionDeps } from '../../app-deps'
import type { WorkKeeper } from '../../history/work-history'

/**
 * Puts back what was said to differ at earlier visits, and keeps what is said from here on, as long as pictures are kept.
 * Resolves when the earlier is there; without it where it cannot be read.
 */
export const keepDiffering = async (
  { store, work }: Pick<ActionDeps, 'store'> & { readonly work: Pick<WorkKeeper, 'change'> },
  desk: Pick<Desk, 'differing' | 'keepDiffering'>,
): Promise<void> => {
  const recalled = await desk.differing()
  const earlier = recalled.kind === 'done' ? recalled.value : []
  let told: readonly Differing[] = earlier
  if (earlier.length > 0) work.change({ differing: [...earlier, ...store.getState().differing] })
  store.subscribe(({ differing, settings }) => {
    if (differing === told || !settings.keepsPictures) return
    const [before, now] = [new Set(told), new Set(differing)]
    const removed = told.filter((record) => !now.has(record)).map(({ id }) => id)
    void desk.keepDiffering(
      differing.filter((record) => !before.has(record)),
      removed,
    )
    told = differing
  })
}
