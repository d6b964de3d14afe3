import { createLate } from '../../../core/late'
import type { LoadProgress } from '../../../core/model/loaded-model'
import type { ModelFolders } from '../folders/model-folders'
import type { StoreLocks } from '../store-locks'

/** The library of packs, which few visits need. */
export const zipFormat = createLate(() => import('@zip.js/zip.js'))

/** What taking files in and giving them out works with. */
export interface PackTools {
  readonly folders: ModelFolders | null
  readonly locks: StoreLocks
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}
