import type { Bytes } from '../../../core/brands'
import type { DownloadLimits } from '../../../core/model/download/retry'
import { fileAddress } from '../../../core/model/hub/hub-address'
import { classifierPaths, modelPaths } from '../../../core/model/files/model-files'
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

/** `null` where the host has no such file. */
const askForFile = async (
  source: RemoteSource,
  revision: string,
  path: string,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ListedFile | null>> => {
  const asked = await askHost(fileAddress(source, revision, path), 'HEAD', limits, signal)
  if (asked.kind === 'done') return done({ path, size: lengthOf(asked.value.headers), hash: null })
  return failedBy(asked, 'MODEL_NOT_FOUND') ? done(null) : asked
}

/** Asks for each file that a model may have, one after the other. */
const examineFileByFile = async (
  source: RemoteSource,
  revision: string,
  dtypes: readonly Dtype[],
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  const files: ListedFile[] = []
  const hasTowers = () => files.some(({ path }) => path.endsWith('.onnx'))
  const asked = new Set(modelPaths(dtypes))
  for (const path of [...asked, ...classifierPaths(dtypes)]) {
    // A classifier has one graph, which comes last; a model of towers may have one of both that no one needs.
    if (!asked.has(path) && hasTowers()) break
    const found = await askForFile(source, revision, path, limits, signal)
    if (found.kind !== 'done') return found
    if (found.value) files.push(found.value)
    // Without it there is no model, and asking for the rest would only take time.
    else if (path === 'config.json')
      return failed({ code: 'MODEL_NOT_FOUND', url: fileAddress(source, revision, path) })
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
  const found = await askForJson(fileAddress(source, revision, MANIFEST_FILE), limits, signal)
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
