import type { Gelu, Linear, Norm, Tower } from './tower'

/** Abramowitz and Stegun 7.1.26, off by 1.5e-7 at most. */
const erf = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const p = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return Math.sign(x) * (1 - p * Math.exp(-x * x))
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

const GELUS: Readonly<Record<Gelu, (x: number) => number>> = {
  quick: (x) => x * sigmoid(1.702 * x),
  erf: (x) => (x / 2) * (1 + erf(x * Math.SQRT1_2)),
  tanh: (x) => x * sigmoid(2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)),
}

/** The GELU of a number, in double precision. */
export const plainGelu = (x: number, kind: Gelu): number => GELUS[kind](x)

/** Rows less their mean, over their spread, times a weight and with a bias. */
export const plainNorm = (rows: Float32Array, { weight, bias }: Norm, epsilon: number): Float32Array => {
  const { length } = weight
  const normed = new Float32Array(rows.length)
  for (let start = 0; start < rows.length; start += length) {
    const row = rows.subarray(start, start + length)
    const mean = row.reduce((sum, x) => sum + x, 0) / length
    const over = 1 / Math.sqrt(row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / length + epsilon)
    row.forEach((x, i) => {
      normed[start + i] = (x - mean) * over * (weight[i] ?? 0) + (bias[i] ?? 0)
    })
  }
  return normed
}

/** Rows times a matrix, in double precision. */
export const plainProducts = (
  rows: Float32Array,
  { inputs, outputs, weight, bias }: Linear,
): Float32Array => {
  const count = rows.length / inputs
  const products = new Float32Array(count * outputs)
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < outputs; column += 1) {
      let sum = bias[column] ?? 0
      for (let i = 0; i < inputs; i += 1)
        sum += (rows[row * inputs + i] ?? 0) * (weight[i * outputs + column] ?? 0)
      products[row * outputs + column] = sum
    }
  return products
}

/** Each row's shares of the others' values, head by head. `rows` are queries, keys and values side by side. */
const plainAttention = (rows: Float32Array, { width, heads, causal }: Tower): Float32Array => {
  const count = rows.length / (3 * width)
  const size = width / heads
  const mixed = new Float32Array(count * width)
  const numberAt = (row: number, part: 0 | 1 | 2, i: number) => rows[row * 3 * width + part * width + i] ?? 0
  for (let head = 0; head < heads; head += 1)
    for (let row = 0; row < count; row += 1) {
      const seen = causal ? row + 1 : count
      const scores = Array.from({ length: seen }, (_, other) => {
        let sum = 0
        for (let i = head * size; i < (head + 1) * size; i += 1)
          sum += numberAt(row, 0, i) * numberAt(other, 1, i)
        return sum / Math.sqrt(size)
      })
      const most = Math.max(...scores)
      const powers = scores.map((score) => Math.exp(score - most))
      const total = powers.reduce((sum, power) => sum + power, 0)
      for (let i = head * size; i < (head + 1) * size; i += 1)
        mixed[row * width + i] =
          powers.reduce((sum, power, other) => sum + power * numberAt(other, 2, i), 0) / total
    }
  return mixed
}

const plus = (a: Float32Array, b: Float32Array): Float32Array => a.map((x, i) => x + (b[i] ?? 0))

/**
 * What a tower makes of rows: the definition that the kernels of `engine/cpu` are held to, in double precision and far too
 * slow for a model.
 *
 * @param rows one after the other, `tower.width` numbers each
 * @param wanted the row whose embedding is asked for: the first of a picture, the end token's of a text
 * @returns `tower.projection.outputs` numbers, of no fixed length
 */
export const plainTower = (tower: Tower, rows: Float32Array, wanted: number): Float32Array => {
  const { width, epsilon, gelu, firstNorm, lastNorm, projection } = tower
  let x = firstNorm ? plainNorm(rows, firstNorm, epsilon) : rows
  for (const block of tower.blocks) {
    const seen = plainProducts(plainNorm(x, block.attentionNorm, epsilon), block.queriesKeysValues)
    x = plus(x, plainProducts(plainAttention(seen, tower), block.attentionOut))
    const wide = plainProducts(plainNorm(x, block.mixNorm, epsilon), block.widen)
    const active = wide.map((number) => plainGelu(number, gelu))
    x = plus(x, plainProducts(active, block.narrow))
  }
  const row = x.subarray(wanted * width, (wanted + 1) * width)
  return plainProducts(plainNorm(row, lastNorm, epsilon), projection)
}
