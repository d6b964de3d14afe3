/** Pictures that are as they should be, by what one model made of them. */
export interface GoodOnes {
  readonly modelKey: string
  /** Numbers in a vector. */
  readonly width: number
  /** A row each, of length 1. */
  readonly vectors: Float32Array
}

/** Of the good ones so many that are nearest count: one alone may be odd. */
const NEAREST = 3

/** Less than this apart (1 less their cosine) are the same picture, which says nothing of itself. */
const SAME = 1e-6

/**
 * How unlike the good ones a picture is: the mean distance (1 less the cosine) to the three that are nearest, 0 to 2. One of
 * them is compared with the others. `NaN` of what has no vector of their model, and where there are none.
 */
export const unlikenessTo = (good: GoodOnes | null): ((vector: Float32Array | null) => number) => {
  if (!good) return () => NaN
  const { vectors, width } = good
  return (vector) => {
    if (vector?.length !== width) return NaN
    // The nearest, the nearest of them first.
    const nearest: number[] = []
    for (let from = 0; from < vectors.length; from += width) {
      let product = 0
      for (let k = 0; k < width; k += 1) product += (vectors[from + k] as number) * (vector[k] as number)
      const distance = 1 - product
      const place = nearest.findIndex((other) => distance < other)
      if (distance < SAME || (place < 0 && nearest.length === NEAREST)) continue
      nearest.splice(place < 0 ? nearest.length : place, 0, distance)
      nearest.length = Math.min(nearest.length, NEAREST)
    }
    return nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length
  }
}
