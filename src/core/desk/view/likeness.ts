import { toUnitVector } from '../../question/scoring/cosine'

/** Taken off the likeness of what is nearer to a rival: more than likenesses are apart. */
const BEHIND = 4

const alikeness = (direction: Float32Array, others: Float32Array): number => {
  let [product, squares] = [0, 0]
  for (let i = 0; i < others.length; i += 1) {
    const value = others[i] ?? 0
    product += value * (direction[i] ?? 0)
    squares += value * value
  }
  return squares > 0 ? product / Math.sqrt(squares) : NaN
}

/**
 * How alike a picture is to others by what one model made of them, -1 to 1; `NaN` where it made nothing. Of a classifier
 * the numbers are logits, whose direction is what two pictures have in common.
 *
 * @param values of the picture that others are compared with; `null` where there are none, and all are alike then.
 * @param rivals what is nearer to one of these comes behind all that is not, by a likeness below -1.
 */
export const likenessTo = (
  values: Float32Array | null,
  rivals: readonly Float32Array[] = [],
): ((others: Float32Array | null) => number) => {
  const direction = values && toUnitVector(values)
  if (!direction) return () => 0
  const away = rivals.flatMap((rival) => toUnitVector(rival) ?? [])
  return (others) => {
    if (!others) return NaN
    const likeness = alikeness(direction, others)
    return away.some((rival) => alikeness(rival, others) > likeness) ? likeness - BEHIND : likeness
  }
}
