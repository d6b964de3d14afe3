import { createLate } from '../../../core/async/late'
import type { LoadProgress } from '../../../core/model/loaded-model'
import type { ModelFolders } from '../folders/model-folders'
import type { StoreLocks } from '../store-locks'

/** What packs need of the library of packs, which few visits do; the rest of it is left out of the build. */
export const zipFormat = createLate(() =>
  import('@zip.js/zip.js/lib/zip-core-native.js').then(
    ({ BlobReader, BlobWriter, ERR_UNSAFE_FILENAME, TextReader, ZipReader, ZipWriter }) => ({
      BlobReader,
      BlobWriter,
      ERR_UNSAFE_FILENAME,
      TextReader,
      ZipReader,
      ZipWriter,
    }),
  ),
)

/** What taking files in and giving them out works with. */
export interface PackTools {
  readonly folders: ModelFolders | null
  readonly locks: StoreLocks
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}
