import { isJsonObject } from '../../json-object'
import { isModelPath } from '../files/is-model-path'
import { readManifestFile } from '../files/model-manifest'
import type { StoredFile } from '../stored/stored-model'

/** Lies in the folder `models` of the app and names what its owner has laid beside it. */
export const INDEX_FILE = 'models/index.json'

/** A model that lies beside the app, in the folder `models/{id}` of its own origin. */
export interface ModelBeside {
  /** As on the hub. */
  readonly id: string
  /** Empty where the owner has named none. */
  readonly licence: string
  readonly files: readonly StoredFile[]
}

/** More than anybody lays beside an app. */
const MOST = 50

const readEntry = (json: unknown): ModelBeside | null => {
  if (!isJsonObject(json)) return null
  const { id, licence = '' } = json
  const listed: readonly unknown[] = Array.isArray(json.files) ? json.files : []
  const files = listed.map(readManifestFile).filter((file) => file !== null)
  return typeof id === 'string' &&
    isModelPath(id) &&
    typeof licence === 'string' &&
    files.length === listed.length
    ? { id, licence, files }
    : null
}

/** Reads the index; what of it is not as it should be is left out. */
export const parseModelIndex = (json: unknown): readonly ModelBeside[] =>
  isJsonObject(json) && json.taglens === 1 && Array.isArray(json.models)
    ? json.models
        .slice(0, MOST)
        .map(readEntry)
        .filter((entry): entry is ModelBeside => entry !== null && entry.files.length > 0)
    : []
