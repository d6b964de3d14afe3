import { obtainPart } from '../../../core/async/late'
import { packedOf } from '../../../core/model/files/packed-path'
import { completeDtypes } from '../../../core/model/files/model-files'
import { formatModelManifest, MANIFEST_FILE } from '../../../core/model/files/model-manifest'
import type { StoredFile } from '../../../core/model/stored/stored-model'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import { answeringRevision } from '../folders/model-record'
import { notStored } from '../open-model'
import { openProgressReport } from '../progress-report'
import { type PackTools, zipFormat } from './pack-files'

/**
 * Packs a stored model as one ZIP, its files as they are: weights hardly shrink. The pack is written as it is
 * read, into a blob that browsers put on disk when it grows, so memory stays small.
 */
export const exportModel = async (
  key: string,
  { folders, signal, onProgress }: PackTools,
): Promise<Outcome<Blob>> => {
  const record = await folders?.records.find(key)
  if (!folders || !record) return failed({ code: 'MODEL_NOT_FOUND', url: key })
  const { revision, files: all } = answeringRevision(record)
  // What was made here of its files is made again elsewhere, and better by another processor's kernels.
  const files = all.filter(({ path }) => packedOf(path) === null)
  if (completeDtypes(new Set(files.map(({ path }) => path))).length === 0) return notStored(record.source)
  const loaded = await obtainPart(zipFormat)
  if (loaded.kind !== 'done') return loaded
  const { BlobReader, BlobWriter, TextReader, ZipWriter } = loaded.value
  // Workers of its own would need a policy that allows `blob:` scripts; this already is a worker.
  const writer = new ZipWriter(new BlobWriter('application/zip'), { level: 0, useWebWorkers: false })
  const report = openProgressReport(files, 'checking', onProgress)

  const add = async ({ path, size, sha256 }: StoredFile): Promise<boolean> => {
    const blob = await folders.blobs.find(sha256, size)
    if (!blob) return false
    await writer.add(path, new BlobReader(blob), {
      signal,
      onprogress: (count) => {
        report.count(path, count)
        return undefined
      },
    })
    return true
  }

  try {
    await writer.add(
      MANIFEST_FILE,
      new TextReader(
        // What a pack said goes on being said; it is no truer for having been here.
        formatModelManifest({ ...(record.claim ?? { source: record.source, revision }), files }),
      ),
    )
    for (const file of files) {
      if (signal.aborted) return cancelled
      if (!(await add(file))) return failed({ code: 'MODEL_NOT_FOUND', url: file.path })
    }
    return done(await writer.close())
  } finally {
    report.close()
  }
}
