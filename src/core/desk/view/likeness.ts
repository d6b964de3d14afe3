import { toUnitVector } from '../../question/scoring/cosine'

/**
 * How alike a picture is to others by what one model made of them, -1 to 1; `NaN` where it made nothing. Of a classifier
 * the numbers are logits, whose direction is what two pictures have in common.
 *
 * @param values of the picture that others are compared with; `null` where there are none, and all are alike then.
 */
export const likenessTo = (values: Float32Array | null): ((others: Float32Array | null) => number) => {
  const direction = values && toUnitVector(values)
  if (!direction) return () => 0
  return (others) => {
    if (!others) return NaN
    let [product, squares] = [0, 0]
    for (let i = 0; i < others.length; i += 1) {
      const value = others[i] ?? 0
      product += value * (direction[i] ?? 0)
      squares += value * value
    }
    return squares > 0 ? product / Math.sqrt(squares) : NaN
  }
}
