import type { LoadProgress } from '../../../core/model/loaded-model'
import type { ModelFolders } from '../folders/model-folders'
import type { StoreLocks } from '../store-locks'

/** What taking files in and giving them out works with. */
export interface PackTools {
  readonly folders: ModelFolders | null
  readonly locks: StoreLocks
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}
