import { createUntilChanged } from '../columns/until-changed'
import type { Steps } from '../duplicates/pairs'
import { NONE_ID } from '../view/view'
import type { ListMap, SaidOfPictures } from './list-map'
import { drawMap, placePoints, type PlacedPoints } from './map-points'
import { pointsInside } from './points-inside'

/** What of rows a map is drawn from, by their slots. */
interface MappedRows {
  readonly rows: readonly number[]
  rowOf(slot: number): number
  nameOf(slot: number): string
  shaOf(slot: number): string
  /** `null` where the model has made nothing of it. */
  vectorOf(slot: number): Float32Array | null
  /** The id of the label that is its answer; `null` without one. */
  answerOf(slot: number): string | null
}

/** The map of a list as it is. */
export interface MapOfRows {
  draw(said: SaidOfPictures, rows: MappedRows): Steps<ListMap>
  /** As of `DeskColumns.within`. */
  within(line: Float32Array): Uint32Array<ArrayBuffer> | null
  /** Rows have changed: places are found again with the next map. */
  forget(): void
}

/** Creates it with nothing drawn. */
export const createMapOfRows = (): MapOfRows => {
  const placed = createUntilChanged<PlacedPoints>()
  /** What a person looks at, whatever has come since. */
  let drawn: Pick<PlacedPoints, 'rows' | 'x' | 'y'> | null = null
  return {
    draw: function* (said, { rows, rowOf, nameOf, shaOf, vectorOf, answerOf }) {
      const slots = rows.filter((slot) => vectorOf(slot) !== null)
      const answers = new Map(slots.map((slot) => [rowOf(slot), answerOf(slot)]))
      const saidBySha = new Map(said.sha256s.map((sha256, i) => [sha256, said.labels[i] ?? NONE_ID]))
      const decisions = new Map(slots.map((slot) => [rowOf(slot), saidBySha.get(shaOf(slot)) ?? null]))
      const pictures = slots.map((slot) => ({
        ...{ row: rowOf(slot), name: nameOf(slot) },
        vector: vectorOf(slot) ?? new Float32Array(),
      }))
      const points = yield* placed.get(() => placePoints(pictures))
      drawn = points
      const keys = { tag: answers, decision: decisions }
      return drawMap(points, (colouring, row) => keys[colouring].get(row) ?? null, rows.length - slots.length)
    },
    within: (line) => {
      if (!drawn) return null
      const { rows, x, y } = drawn
      return Uint32Array.from(pointsInside(line, x, y), (point) => rows[point] ?? 0)
    },
    forget: placed.forget,
  }
}
