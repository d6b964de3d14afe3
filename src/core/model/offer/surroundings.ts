import { isJsonObject } from '../../json-object'
import { isModelPath, readManifestFile } from '../files/model-manifest'
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

/** What the browser tells of a file that the page has loaded; times in milliseconds. */
export interface LoadedFile {
  /** Bytes on the line; 0 where it came from a cache, or from another origin that does not tell. */
  readonly transferSize: number
  readonly responseStart: number
  readonly responseEnd: number
  /** Above 0 where the service worker answered. */
  readonly workerStart: number
}

/** Of smaller files the time is the first answer's, and not the line's. */
const LEAST_BYTES = 20_000

/** Less than this in all says nothing. */
const LEAST_SUM = 100_000

/** Files that came in no time were on this machine. */
const LEAST_MS = 5

/**
 * Bytes a second that the line gave while files came, several at a time where they did; `null` where too few came over
 * it to say, as at a second visit.
 */
export const lineSpeed = (files: readonly LoadedFile[]): number | null => {
  const spans = files
    .filter(({ transferSize, workerStart }) => transferSize >= LEAST_BYTES && workerStart === 0)
    .sort((a, b) => a.responseStart - b.responseStart)
  let [bytes, busy, until] = [0, 0, -Infinity]
  for (const { transferSize, responseStart, responseEnd } of spans) {
    bytes += transferSize
    busy += Math.max(0, responseEnd - Math.max(responseStart, until))
    until = Math.max(until, responseEnd)
  }
  return bytes < LEAST_SUM || busy < LEAST_MS ? null : (bytes / busy) * 1000
}
