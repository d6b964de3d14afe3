import type { Late } from '../../../core/async/late'
import type { ActionDeps } from '../../app-deps'
import type { WorkKeeper } from '../../history/work-history'
import type { Arranger } from '../arranged/create-arranger'
import type { PictureKeeper } from '../kept/keep-pictures'
import type { Views } from './views'

/** Fetches what looks at many pictures in other ways than the grid, and what it asks. */
export const openViews = async (
  deps: ActionDeps,
  work: WorkKeeper,
  openArranger: () => Promise<Arranger>,
  keeping: Late<PictureKeeper>,
): Promise<Views> => {
  const [{ createViews }, arranger, keeper] = await Promise.all([
    import('./create-views'),
    openArranger(),
    deps.keeping === 'kept' ? keeping.load() : null,
  ])
  return createViews({ ...deps, work, arranger, keeper })
}
