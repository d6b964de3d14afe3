import type { Bytes } from '../../../core/brands'
import type { DownloadLimits } from '../../../core/model/download/retry'
import { pathAddress } from '../../../core/model/hub/hub-tree'
import { publishedPaths } from '../../../core/model/files/layout'
import { dataPath } from '../../../core/model/files/tower-path'
import { MANIFEST_FILE, parseModelManifest } from '../../../core/model/files/model-manifest'
import type { RemoteSource } from '../../../core/model/model-source'
import type { ListedFile, ModelListing } from '../../../core/model/stored/stored-model'
import { done, failed, failedBy, type Outcome } from '../../../core/errors/outcome'
import type { Dtype } from '../../../core/runtime/runtime'
import { askForJson, askHost } from './ask-host'

const lengthOf = (headers: Headers): Bytes | null => {
  const length = Number(headers.get('content-length') ?? NaN)
  return Number.isSafeInteger(length) && !headers.has('content-encoding') ? (length as Bytes) : null
}

/** Larger graphs have their weights with them: those that do not have a few megabytes. */
const MOST_BYTES_WITHOUT_WEIGHTS = 20e6

/** Asks for each file that a model may have, one after the other. */
const examineFileByFile = async (
  source: RemoteSource,
  revision: string,
  dtypes: readonly Dtype[],
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  const files: ListedFile[] = []
  /** Whether the host has the file. */
  const take = async (path: string): Promise<Outcome<boolean>> => {
    const asked = await askHost(pathAddress(source, revision, path), 'HEAD', limits, signal)
    if (asked.kind === 'done') files.push({ path, size: lengthOf(asked.value.headers), hash: null })
    else if (!failedBy(asked, 'MODEL_NOT_FOUND')) return asked
    return done(asked.kind === 'done')
  }
  /** Takes all of these that there are, with the weights beside them. */
  const takeAll = async (paths: readonly string[]): Promise<Outcome<boolean>> => {
    let hasAny = false
    for (const path of paths) {
      const taken = await take(path)
      if (taken.kind !== 'done') return taken
      if (!taken.value) continue
      hasAny = true
      const mayBeBare = path.endsWith('.onnx') && (files.at(-1)?.size ?? 0) < MOST_BYTES_WITHOUT_WEIGHTS
      for (let index = 0; mayBeBare; index++) {
        const weights = await take(dataPath(path, index))
        if (weights.kind !== 'done') return weights
        if (!weights.value) break
      }
    }
    return done(hasAny)
  }
  for (const choices of publishedPaths(dtypes)) {
    for (const paths of choices) {
      const taken = await takeAll(paths)
      if (taken.kind !== 'done') return taken
      if (taken.value) break
    }
    // Without it there is no model, and asking for the rest would only take time.
    if (files.length === 0)
      return failed({ code: 'MODEL_NOT_FOUND', url: pathAddress(source, revision, 'config.json') })
  }
  return done({ source, revision, files })
}

/** Reads what a plain host has of a model: from the manifest beside it, or by asking for each file. */
export const examineFolder = async (
  source: RemoteSource,
  dtypes: readonly Dtype[],
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  const revision = source.kind === 'hub' ? source.revision : ''
  const found = await askForJson(pathAddress(source, revision, MANIFEST_FILE), limits, signal)
  if (found.kind === 'cancelled') return found
  if (found.kind === 'failed' && found.error.code !== 'MODEL_NOT_FOUND') return found
  const manifest = found.kind === 'done' ? parseModelManifest(found.value.json) : null
  if (!manifest) return examineFileByFile(source, revision, dtypes, limits, signal)
  const files = manifest.files.map(({ path, size, sha256 }): ListedFile => ({
    path,
    size,
    hash: { algorithm: 'sha256', hex: sha256 },
  }))
  return done({ source, revision: source.kind === 'hub' ? revision : manifest.revision, files })
}
