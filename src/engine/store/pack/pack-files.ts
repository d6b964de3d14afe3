import { createLate, obtainPart } from '../../../core/async/late'
import { cancelled, done, type Outcome } from '../../../core/errors/outcome'
import type { PackedFile, PackedFiles } from '../../../protocol/store-api'
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

/** Whether its bytes can still be had: a file may be gone or moved since it was chosen. */
const isReadable = async (file: Blob): Promise<boolean> => {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** Packs files as they are: pictures hardly shrink. See `StoreApi.packFiles`. */
export const packFiles = async (
  next: () => Promise<readonly PackedFile[]>,
  into: FileSystemFileHandle | null,
  signal: AbortSignal,
): Promise<Outcome<PackedFiles>> => {
  const loaded = await obtainPart(zipFormat)
  if (loaded.kind !== 'done') return loaded
  const { BlobReader, BlobWriter, ZipWriter } = loaded.value
  const blobs = into === null ? new BlobWriter('application/zip') : null
  const writable = into === null ? null : await into.createWritable()
  // Workers of its own would need a policy that allows `blob:` scripts; this already is a worker.
  const writer = new ZipWriter(blobs ?? writable ?? new BlobWriter(), { level: 0, useWebWorkers: false })
  const unread: string[] = []
  try {
    for (let files = await next(); files.length > 0; files = await next())
      for (const { path, file } of files) {
        if (signal.aborted) throw new DOMException('given up', 'AbortError')
        if (file !== null && (await isReadable(file)))
          await writer.add(path, new BlobReader(file), { signal })
        else unread.push(path)
      }
    await writer.close()
    return done({ pack: blobs ? await blobs.getData() : null, unread })
  } catch (error) {
    // What was in the file before stays.
    await writable?.abort().catch(() => undefined)
    if (signal.aborted) return cancelled
    throw error
  }
}
