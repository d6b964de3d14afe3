import { commonFolder } from '../../incoming/entry-paths'
import type { Steps } from '../duplicates/pairs'
import { groupPoints } from './look-alikes'
import {
  COLOURINGS,
  NO_KEY,
  type Colouring,
  type ListMap,
  type LookAlikes,
  type PointColours,
} from './list-map'
import { toPointCells } from './point-cells'
import { along, findAxes } from './principal-axes'

/** A picture as a point is made of it. */
export interface MappedPicture {
  readonly row: number
  readonly name: string
  readonly vector: Float32Array
}

/** Where points lie: what the vectors alone decide on, and is worked out once for them. */
export interface PlacedPoints extends Pick<ListMap, 'rows' | 'x' | 'y' | 'groupOf' | 'cells'> {
  readonly names: readonly string[]
}

/** Directions that look-alikes are told apart by; the map shows the first two. */
const AXES = 8

/** Points that are placed between two steps. */
const POINTS_AT_ONCE = 1000

/** Space beside the outermost points, as a part of the map. */
const MARGIN = 0.1

/** Places from -1 to 1, in both directions alike. */
const toFit = (
  x: Float64Array,
  y: Float64Array,
): readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] => {
  const range = (values: Float64Array) => {
    let [least, most] = [Infinity, -Infinity]
    for (const value of values) {
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
    return { middle: (least + most) / 2, half: (most - least) / 2 }
  }
  const [across, down] = [range(x), range(y)]
  const half = Math.max(across.half, down.half)
  const scale = half > 0 ? (1 - MARGIN) / half : 0
  return [
    Float32Array.from(x, (value) => (value - across.middle) * scale),
    Float32Array.from(y, (value) => (value - down.middle) * scale),
  ]
}

/** Lays pictures out by the two directions in which their vectors are spread the most. Vectors are read before the first step. */
export function* placePoints(given: readonly MappedPicture[]): Steps<PlacedPoints> {
  // The list may change on the way.
  const vectors = given.map(({ vector }) => vector.slice())
  const { mean, axes } = yield* findAxes(vectors, AXES)
  const width = axes.length
  const points = new Float64Array(vectors.length * width)
  for (const [point, vector] of vectors.entries()) {
    axes.forEach((axis, place) => {
      points[point * width + place] = along(vector, mean, axis)
    })
    if (point % POINTS_AT_ONCE === 0) yield 1
  }
  const column = (place: number) =>
    Float64Array.from({ length: vectors.length }, (_, point) =>
      place < width ? (points[point * width + place] ?? 0) : 0,
    )
  const [x, y] = toFit(column(0), column(1))
  return {
    rows: Uint32Array.from(given, ({ row }) => row),
    names: given.map(({ name }) => name),
    ...{ x, y, cells: toPointCells(x, y), groupOf: groupPoints(points, width) },
  }
}

const toColours = (keys: readonly (string | null)[]): PointColours => {
  const counts = new Map<string, number>()
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, NO_KEY)
  const places = new Map(sorted.map(([key], place) => [key, place]))
  return {
    keys: sorted.map(([key]) => key),
    counts: sorted.map(([, count]) => count),
    byPoint: Uint16Array.from(keys, (key) => (key === null ? NO_KEY : (places.get(key) ?? NO_KEY))),
  }
}

/** The folder below the one that all have in common; empty of what lies beside the folders. */
const foldersOf = (names: readonly string[]): readonly string[] => {
  const common = commonFolder(names)
  const from = common === '' ? 0 : common.length + 1
  return names.map((name) => name.slice(from, Math.max(from, name.indexOf('/', from))))
}

const describeGroups = (groupOf: Uint8Array, answers: PointColours): readonly LookAlikes[] => {
  const groups: { count: number; byKey: Map<number, number> }[] = []
  groupOf.forEach((place, point) => {
    const group = (groups[place] ??= { count: 0, byKey: new Map() })
    group.count += 1
    const key = answers.byPoint[point] ?? NO_KEY
    if (key !== NO_KEY) group.byKey.set(key, (group.byKey.get(key) ?? 0) + 1)
  })
  return groups.map(({ count, byKey }) => {
    const [first] = [...byKey].sort(([, a], [, b]) => b - a)
    return { count, leading: first ? { label: answers.keys[first[0]] ?? '', count: first[1] } : null }
  })
}

/**
 * The map of placed points, as it is now.
 * @param keyOf what a row is coloured by, of the answers and what the person has said; `null` of nothing.
 * @param unread as of {@link ListMap}.
 */
export const drawMap = (
  { names, ...placed }: PlacedPoints,
  keyOf: (colouring: Exclude<Colouring, 'set'>, row: number) => string | null,
  unread: number,
): ListMap => {
  const folders = foldersOf(names)
  const keysOf = (colouring: Colouring): readonly (string | null)[] =>
    Array.from(placed.rows, (row, point) =>
      colouring === 'set' ? (folders[point] ?? null) : keyOf(colouring, row),
    )
  const [tag, decision, set] = COLOURINGS.map((colouring) => toColours(keysOf(colouring)))
  const nothing = toColours([])
  const colours = { tag: tag ?? nothing, decision: decision ?? nothing, set: set ?? nothing }
  return { ...placed, colours, groups: describeGroups(placed.groupOf, colours.tag), unread }
}
