import type { Late } from '../../../core/async/late'
import type { ActionDeps } from '../../app-deps'
import type { WorkKeeper } from '../../history/work-history'
import type { Arranger } from '../arranged/create-arranger'
import type { PictureKeeper } from '../kept/keep-pictures'
import { createViews } from './create-views'
import type { Views } from './views'

/** Makes what looks at many pictures in other ways than the grid, once what it asks is there. */
export const openViews = async (
  deps: ActionDeps,
  work: WorkKeeper,
  openArranger: () => Promise<Arranger>,
  keeping: Late<PictureKeeper>,
): Promise<Views> => {
  const [arranger, keeper] = await Promise.all([
    openArranger(),
    deps.keeping === 'kept' ? keeping.load() : null,
  ])
  return createViews({ ...deps, work, arranger, keeper })
}
