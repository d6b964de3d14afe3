import { isByteCount, isJsonObject } from '../../json-object'
import { MOSAIC_LENGTH } from '../../desk/duplicates/mosaic'
import { visibleText } from '../../tags/visible-text'
import {
  modelParts,
  PROJECT_FORMAT,
  PROJECT_LIMITS,
  PROJECT_SCHEMA,
  type Project,
  type ProjectFacts,
  type ProjectMark,
  type ProjectModel,
  type ProjectPicture,
  type ProjectRow,
  type ProjectTag,
} from './project-file'
import { readScoring } from './project-settings'

/** What is wrong with a project: it is none, of a later version, larger than is read, or damaged. */
export type ProjectProblem = 'none' | 'newer' | 'too-large' | 'damaged'

/** What a project is read from: texts by their parts' names, numbers, and how long its other parts are. */
export interface ProjectParts {
  text(name: string): Promise<string>
  bytes(name: string): Promise<Uint8Array<ArrayBuffer>>
  /** 0 of a part that is not there. */
  size(name: string): number
}

/** Thrown within this file alone. */
class Unreadable extends Error {
  readonly problem: ProjectProblem
  constructor(problem: ProjectProblem) {
    super(problem)
    this.problem = problem
  }
}

const damaged = (): never => {
  throw new Unreadable('damaged')
}

const SHA256 = /^[0-9a-f]{64}$/

/** How far a vector's length may be from 1. */
const UNIT_TOLERANCE = 1e-3

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return damaged()
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && SHA256.test(value)

const isCount = (value: unknown, most: number): value is number => isByteCount(value) && value <= most

const textOf = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > PROJECT_LIMITS.text) return damaged()
  return visibleText(value)
}

const flagOf = (value: unknown): boolean => (typeof value === 'boolean' ? value : damaged())

const numberOf = (value: unknown, least: number, most: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : damaged()

const countOf = (value: unknown, most: number): number => (isCount(value, most) ? value : damaged())

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isJsonObject(value) ? value : damaged()

const listOf = <T>(value: unknown, most: number, each: (item: unknown) => T): readonly T[] =>
  Array.isArray(value) && value.length <= most ? value.map((item: unknown) => each(item)) : damaged()

/** The lines of a part, of which there are as many as was said. */
const readLines = async <T>(
  parts: ProjectParts,
  name: string,
  count: number,
  read: (line: Readonly<Record<string, unknown>>) => T,
): Promise<readonly T[]> => {
  const lines = (await parts.text(name)).split('\n')
  // Each ends in a break.
  if (lines.pop() !== '' || lines.length !== count) return damaged()
  return lines.map((line) => read(objectOf(parse(line))))
}

const readFacts = (value: unknown): ProjectFacts | null => {
  if (value === null) return null
  const { sha256, width, height, isShowable, photographic, preview, mosaic } = objectOf(value)
  if (!isHash(sha256)) return damaged()
  return {
    sha256,
    width: Math.max(1, countOf(width, 1e6)),
    height: Math.max(1, countOf(height, 1e6)),
    isShowable: flagOf(isShowable),
    photographic: flagOf(photographic),
    preview: countOf(preview, 50_000_000),
    mosaic: flagOf(mosaic),
  }
}

const readPicture = (line: Readonly<Record<string, unknown>>): ProjectPicture => ({
  name: textOf(line.name),
  type: textOf(line.type),
  size: countOf(line.size, Number.MAX_SAFE_INTEGER),
  modified: line.modified === null ? null : numberOf(line.modified, -8.64e15, 8.64e15),
  facts: readFacts(line.facts),
})

const readTag = (value: unknown): ProjectTag => {
  const { text, hue, threshold, picture } = objectOf(value)
  const tag = {
    text: textOf(text),
    hue: countOf(hue, 1e6),
    threshold: threshold === null ? null : numberOf(threshold, 0, 1),
  }
  if (tag.text.trim() === '') return damaged()
  if (picture === null) return { ...tag, picture }
  const { type, size } = objectOf(picture)
  return { ...tag, picture: { type: textOf(type), size: countOf(size, PROJECT_LIMITS.numbers) } }
}

const readMark =
  (tags: number, models: readonly ProjectModel[]) =>
  (line: Readonly<Record<string, unknown>>): ProjectMark => {
    const { sha256, apart, none, group, model } = line
    const place = (value: unknown) => countOf(value, tags - 1)
    const [yes, no] = [listOf(line.yes, tags, place), listOf(line.no, tags, place)]
    const isTwice = new Set([...yes, ...no]).size < yes.length + no.length
    if (!isHash(sha256) || isTwice) return damaged()
    if (model !== null && models[countOf(model, models.length - 1)]?.kind !== 'embedding') return damaged()
    return {
      ...{ sha256, name: textOf(line.name), yes, no },
      ...(apart !== undefined && flagOf(apart) && { apart: true }),
      ...(none !== undefined && flagOf(none) && { none: true }),
      ...(group !== undefined && { group: textOf(group) }),
      model: model === null ? null : Number(model),
    }
  }

const readRow = (line: Readonly<Record<string, unknown>>): ProjectRow => {
  const { sha256, seen } = line
  if (!isHash(sha256)) return damaged()
  if (seen === null) return { sha256, seen }
  const { frame, reducedBy, time } = objectOf(seen)
  const [left, top, width, height, ...more] = listOf(frame, 4, (share) => numberOf(share, -1, 2))
  if (
    left === undefined ||
    top === undefined ||
    width === undefined ||
    height === undefined ||
    more.length > 0
  )
    return damaged()
  if (reducedBy !== 1 && reducedBy !== 2 && reducedBy !== 4 && reducedBy !== 8) return damaged()
  return { sha256, seen: { frame: [left, top, width, height], reducedBy, time: numberOf(time, 0, 1e9) } }
}

/** Rows of finite numbers, of length 1 where they are vectors. */
const readValues = (bytes: Uint8Array<ArrayBuffer>, rows: number, width: number, areUnit: boolean) => {
  if (bytes.length !== rows * width * 4) return damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Float32Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    let sum = 0
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const value = view.getFloat32(at * 4, true)
      values[at] = value
      sum += value * value
    }
    if (!Number.isFinite(sum) || (areUnit && Math.abs(Math.sqrt(sum) - 1) > UNIT_TOLERANCE)) return damaged()
  }
  return values
}

const readModel = async (parts: ProjectParts, place: number, said: unknown): Promise<ProjectModel> => {
  const { key, kind, width, rows: count } = objectOf(said)
  if (kind !== 'embedding' && kind !== 'classes') return damaged()
  const across = countOf(width, PROJECT_LIMITS.width)
  if (across === 0) return damaged()
  const names = modelParts(place)
  const most = PROJECT_LIMITS.pictures + PROJECT_LIMITS.marks
  const rows = await readLines(parts, names.rows, countOf(count, most), readRow)
  if (new Set(rows.map(({ sha256 }) => sha256)).size < rows.length) return damaged()
  const values = readValues(await parts.bytes(names.values), rows.length, across, kind === 'embedding')
  return { key: textOf(key), kind, width: across, rows, values }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** Whether the parts that are bytes of many things are as long as these say. */
const partsFit = (parts: ProjectParts, pictures: readonly ProjectPicture[], tags: readonly ProjectTag[]) =>
  parts.size('previews.bin') === sum(pictures.map(({ facts }) => facts?.preview ?? 0)) &&
  parts.size('mosaics.bin') === sum(pictures.map(({ facts }) => (facts?.mosaic ? MOSAIC_LENGTH : 0))) &&
  parts.size('tags.bin') === sum(tags.map(({ picture }) => picture?.size ?? 0))

const readManifest = (text: string) => {
  let manifest: unknown
  try {
    manifest = JSON.parse(text)
  } catch {
    throw new Unreadable('none')
  }
  if (!isJsonObject(manifest) || manifest.format !== PROJECT_FORMAT) throw new Unreadable('none')
  const { schema, pictures, marks, models } = manifest
  if (schema !== PROJECT_SCHEMA)
    throw new Unreadable(isByteCount(schema) && schema > PROJECT_SCHEMA ? 'newer' : 'damaged')
  const { pictures: mostPictures, marks: mostMarks } = PROJECT_LIMITS
  if (Number(pictures) > mostPictures || Number(marks) > mostMarks) throw new Unreadable('too-large')
  return {
    pictures: countOf(pictures, mostPictures),
    marks: countOf(marks, mostMarks),
    models: listOf(models, PROJECT_LIMITS.models, (model) => model),
  }
}

/** Reads a project, of which nothing is believed that was not looked at. */
export const readProject = async (
  parts: ProjectParts,
): Promise<{ readonly project: Project } | { readonly problem: ProjectProblem }> => {
  try {
    const manifest = readManifest(await parts.text('manifest.json'))
    const texts = objectOf(parse(await parts.text('project.json')))
    const tags = listOf(texts.tags, PROJECT_LIMITS.tags, readTag)
    const scoring = readScoring(texts.scoring) ?? damaged()
    const learns = flagOf(texts.learns)
    const differing = listOf(texts.differing, PROJECT_LIMITS.marks, (group) =>
      listOf(group, PROJECT_LIMITS.pictures, (sha256) => (isHash(sha256) ? sha256 : damaged())),
    )
    const models: ProjectModel[] = []
    for (const [place, said] of manifest.models.entries()) models.push(await readModel(parts, place, said))
    const pictures = await readLines(parts, 'pictures.jsonl', manifest.pictures, readPicture)
    const marks = await readLines(parts, 'marks.jsonl', manifest.marks, readMark(tags.length, models))
    if (new Set(marks.map(({ sha256 }) => sha256)).size < marks.length) return { problem: 'damaged' }
    if (!partsFit(parts, pictures, tags)) return { problem: 'damaged' }
    return { project: { tags, scoring, learns, pictures, marks, differing, models } }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem }
    // A text longer than a text can be, numbers that there is no memory for.
    if (error instanceof RangeError) return { problem: 'too-large' }
    throw error
  }
}
