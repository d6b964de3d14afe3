import type { Bytes } from '../../brands'
import { isByteCount, isJsonObject } from '../../json-object'
import type { ModelSource } from '../model-source'
import type { StoredFile } from '../stored/stored-model'

/** Longer names exist in no model and fit into no file system. */
const LONGEST_PATH = 240

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f\\:*?"<>|]/

/**
 * Whether `path` stays inside a model's folder, in any file system: relative, with forward slashes, without `.` or
 * `..` as a part. Listings, packs and manifests come from elsewhere, so every path of theirs is asked this first.
 */
export const isModelPath = (path: string): boolean =>
  path.length > 0 &&
  path.length <= LONGEST_PATH &&
  !FORBIDDEN.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** Lies beside `config.json` in a pack and in a folder that `models:fetch` has laid out. */
export const MANIFEST_FILE = 'taglens-model.json'

/** What a model is and what its files must be: taken along where there is no hub to ask. */
export interface ModelManifest {
  readonly source: ModelSource
  readonly revision: string
  readonly files: readonly StoredFile[]
}

/** More files than any model has: a manifest that names more is not one of ours. */
const MOST_FILES = 1000

const readSource = (json: unknown): ModelSource | null => {
  if (!isJsonObject(json)) return null
  const { kind, baseUrl, host, id, revision } = json
  switch (kind) {
    case 'app':
    case 'url':
      return typeof baseUrl === 'string' ? { kind, baseUrl } : null
    case 'hub':
      return typeof host === 'string' && typeof id === 'string' && typeof revision === 'string'
        ? { kind, host, id, revision }
        : null
    case 'disk':
      return typeof id === 'string' ? { kind, id } : null
    default:
      return null
  }
}

/** One file of a list; `null` where it is not one of a model. */
export const readManifestFile = (json: unknown): StoredFile | null => {
  if (!isJsonObject(json)) return null
  const { path, size, sha256 } = json
  return typeof path === 'string' &&
    isModelPath(path) &&
    isByteCount(size) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
    ? { path, size: size as Bytes, sha256 }
    : null
}

/** Reads a manifest. `null` where it is none of ours, names a path that leads out of the model, or one twice. */
export const parseModelManifest = (json: unknown): ModelManifest | null => {
  if (!isJsonObject(json) || json.taglens !== 1) return null
  const source = readSource(json.source)
  const listed: readonly unknown[] = Array.isArray(json.files) ? json.files : []
  const files = listed.map(readManifestFile).filter((file) => file !== null)
  return source &&
    typeof json.revision === 'string' &&
    listed.length <= MOST_FILES &&
    files.length === listed.length &&
    new Set(files.map(({ path }) => path)).size === files.length
    ? { source, revision: json.revision, files }
    : null
}

/** The manifest as the text of its file. */
export const formatModelManifest = ({ source, revision, files }: ModelManifest): string =>
  `${JSON.stringify({ taglens: 1, source, revision, files }, null, 2)}\n`
