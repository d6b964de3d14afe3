import { isSameMosaic, MOSAIC_SIDE, SAME_AT_MOST } from './mosaic'
import { PAIRS_AT_ONCE, type Pairs, type Steps } from './pairs'

/** What is compared of two pictures. */
interface Seen {
  readonly width: number
  readonly height: number
  readonly mosaic: Uint8Array | null
}

/** Numbers of a summary: the mean of all, then of red, green and blue in each quarter. */
const SUMMARY = 13

/** A mean over a quarter can be twice as far apart as all numbers are in the root of the mean square. */
const QUARTER_APART = SAME_AT_MOST.root * 2

/** Means by which most pairs are told apart before any square is looked at; none of a pair of one picture is. */
const summarise = (mosaic: Uint8Array, into: Float32Array, at: number): void => {
  const half = MOSAIC_SIDE / 2
  for (let i = 0; i < mosaic.length; i += 1) {
    const square = Math.floor(i / 3)
    const isRight = square % MOSAIC_SIDE >= half
    const isLow = Math.floor(square / MOSAIC_SIDE) >= half
    const quarter = Number(isLow) * 2 + Number(isRight)
    const place = at + 1 + quarter * 3 + (i % 3)
    into[place] = (into[place] ?? 0) + (mosaic[i] ?? 0)
  }
  const inQuarter = half * half
  let sum = 0
  for (let i = at + 1; i < at + SUMMARY; i += 1) {
    into[i] = (into[i] ?? 0) / inQuarter
    sum += into[i] ?? 0
  }
  into[at] = sum / (SUMMARY - 1)
}

/** Whether two sizes are of one shape: a copy at another size is rounded to whole pixels, at most one a side. */
const isSameShape = (a: Seen, b: Seen): boolean => {
  const [wide, high] = [a.width * b.height, a.height * b.width]
  const rounding = Math.max(a.width + b.width, a.height + b.height)
  return Math.abs(wide - high) <= Math.max(rounding, 0.01 * Math.max(wide, high))
}

/**
 * Pairs that are the same picture. Sorted by the mean of all their numbers, only those are compared whose means are as
 * near as those of one picture have to be, so that nothing is missed by it.
 */
export function* findSamePictures(pictures: readonly Seen[]): Steps<Pairs> {
  const summaries = new Float32Array(pictures.length * SUMMARY)
  const places: number[] = []
  pictures.forEach(({ mosaic }, place) => {
    if (!mosaic) return
    summarise(mosaic, summaries, place * SUMMARY)
    places.push(place)
  })
  const meanOf = (place: number) => summaries[place * SUMMARY] ?? 0
  places.sort((a, b) => meanOf(a) - meanOf(b))

  const isNear = (a: number, b: number): boolean => {
    for (let i = 1; i < SUMMARY; i += 1) {
      const apart = (summaries[a * SUMMARY + i] ?? 0) - (summaries[b * SUMMARY + i] ?? 0)
      if (apart > QUARTER_APART || apart < -QUARTER_APART) return false
    }
    return true
  }
  const isSame = (a: Seen | undefined, b: Seen | undefined): boolean =>
    Boolean(a?.mosaic && b?.mosaic && isSameShape(a, b) && isSameMosaic(a.mosaic, b.mosaic))

  const first: number[] = []
  const second: number[] = []
  let looked = 0
  for (let i = 0; i < places.length; i += 1) {
    const a = places[i] ?? 0
    for (let j = i + 1; j < places.length; j += 1) {
      const b = places[j] ?? 0
      if (meanOf(b) - meanOf(a) > SAME_AT_MOST.root) break
      looked += 1
      if (!isNear(a, b) || !isSame(pictures[a], pictures[b])) continue
      first.push(a)
      second.push(b)
    }
    if (looked < PAIRS_AT_ONCE) continue
    looked = 0
    yield (i + 1) / places.length
  }
  return { first, second, apart: first.map(() => 0) }
}
