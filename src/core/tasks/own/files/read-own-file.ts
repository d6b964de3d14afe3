import { isJsonObject } from '../../../json-object'
import { visibleText } from '../../../tags/visible-text'
import type { HeadMode } from '../training-set'
import {
  HEAD_SCHEMA,
  LIMITS,
  SCHEMA,
  type FileExample,
  type FileModel,
  type OwnEntries,
  type OwnFile,
} from './own-file'
import { isSmallPicture, smallPath, type SmallPictures } from './small-pictures'

/**
 * What is wrong with a file: it is none of ours, of a later version, larger than is read, or damaged.
 */
export type OwnFileProblem = 'none' | 'newer' | 'too-large' | 'damaged'

/** What was read, or why nothing was. */
export type ReadOwnFile = { readonly file: OwnFile } | { readonly problem: OwnFileProblem }

/** How far a vector's length may be from 1. */
const UNIT_TOLERANCE = 1e-3

const MOST_PROBES = 64

const SHA256 = /^[0-9a-f]{64}$/

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `null` where there are not as many numbers, or one is none. */
const readFloats = (bytes: Uint8Array, count: number): Float32Array | null => {
  if (bytes.length !== count * 4) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(i * 4, true))
  return values.every(Number.isFinite) ? values : null
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LIMITS.text

const isCount = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most

const readModel = (value: unknown): FileModel | null => {
  if (!isJsonObject(value)) return null
  const { id, revision, recipe, dtype, device, executor } = value
  const isRun = [device, executor].every((part) => part === undefined || isText(part))
  return isText(id) && isText(revision) && isText(recipe) && isText(dtype) && isRun
    ? {
        ...{ id, revision, recipe, dtype },
        ...(isText(device) && { device }),
        ...(isText(executor) && { executor }),
      }
    : null
}

const isMode = (value: unknown): value is HeadMode => value === 'single' || value === 'multi'

const readClasses = (value: unknown): readonly string[] | null => {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIMITS.classes) return null
  const classes = value.map((text: unknown) => (isText(text) ? visibleText(text).trim() : ''))
  return classes.includes('') || new Set(classes).size < classes.length ? null : classes
}

const readPlaces = (value: unknown, classes: number): readonly number[] | null =>
  Array.isArray(value) &&
  new Set(value).size === value.length &&
  value.every(
    (place: unknown) => Number.isSafeInteger(place) && Number(place) >= 0 && Number(place) < classes,
  )
    ? // Looked at one by one.
      (value as number[])
    : null

const readExample = (value: unknown, classes: number): FileExample | null => {
  if (!isJsonObject(value)) return null
  const { sha256, name, group } = value
  const [yes, no] = [readPlaces(value.yes, classes), readPlaces(value.no, classes)]
  if (!isText(sha256) || !SHA256.test(sha256) || !isText(name) || !yes || !no) return null
  if ((group !== undefined && !isText(group)) || yes.some((place) => no.includes(place))) return null
  return { sha256, name: visibleText(name), yes, no, ...(group !== undefined && { group }) }
}

const areUnit = (vectors: Float32Array, width: number): boolean => {
  for (let from = 0; from < vectors.length; from += width) {
    let sum = 0
    for (let k = from; k < from + width; k += 1) sum += (vectors[k] as number) ** 2
    if (Math.abs(Math.sqrt(sum) - 1) > UNIT_TOLERANCE) return false
  }
  return true
}

/** Small pictures of these examples; one that is damaged or none is not there, and costs no other anything. */
const readSmall = (entries: OwnEntries, examples: readonly FileExample[]): SmallPictures =>
  new Map(
    examples.flatMap(({ sha256 }) => {
      const bytes = entries[smallPath(sha256)]
      return bytes && isSmallPicture(bytes) ? [[sha256, bytes]] : []
    }),
  )

/** Reads the entries of a `.taglens` file, of which nothing is believed that was not looked at. */
export const readOwnFile = (entries: OwnEntries): ReadOwnFile => {
  const manifest = parse(entries['manifest.json'])
  if (!isJsonObject(manifest) || manifest.format !== 'taglens-classifier') return { problem: 'none' }
  const isHead = manifest.schema === HEAD_SCHEMA
  if (manifest.schema !== SCHEMA && !isHead)
    return { problem: isCount(manifest.schema, 1e6) ? 'newer' : 'damaged' }
  const { mode, width, examples: count } = manifest
  if (typeof count === 'number' && count > LIMITS.examples) return { problem: 'too-large' }
  const [model, classes] = [readModel(manifest.model), readClasses(manifest.classes)]
  const labels = parse(entries['labels.json'])
  if (
    !isMode(mode) ||
    !model ||
    !classes ||
    !isCount(width, LIMITS.width) ||
    !(isHead ? count === 0 : isCount(count, LIMITS.examples))
  )
    return { problem: 'damaged' }
  if (!Array.isArray(labels) || labels.length !== count) return { problem: 'damaged' }
  const examples = labels.flatMap((label: unknown) => readExample(label, classes.length) ?? [])
  const vectors = readFloats(entries['vectors.f32'], count * width)
  const numbers = readFloats(entries['head.f32'], classes.length * (width + 1))
  if (examples.length < count || new Set(examples.map(({ sha256 }) => sha256)).size < count)
    return { problem: 'damaged' }
  if (!vectors || !numbers || !areUnit(vectors, width)) return { problem: 'damaged' }
  const bytes = entries['probes.f32']
  const probes = bytes && readFloats(bytes, width * Math.min(MOST_PROBES, bytes.length / (4 * width)))
  if (bytes && !(probes && areUnit(probes, width))) return { problem: 'damaged' }
  const [weights, biases] = [numbers.slice(0, classes.length * width), numbers.slice(classes.length * width)]
  const head = { mode, width, weights, biases }
  const small = readSmall(entries, examples)
  return {
    file: {
      ...{ mode, model, classes, examples, width, vectors, head },
      ...(probes && { probes }),
      ...(small.size > 0 && { small }),
    },
  }
}
