import { logitsToProbabilities } from '../../../src/core/tasks/own/linear/loss.ts'
import { classCount, exampleCount, labelOf } from '../../../src/core/tasks/own/training-set.ts'
import { createRng } from '../../mini/draw/prng.ts'
import { shuffled } from './draws.ts'
import type { Method } from './method.ts'

/** As Teachable Machine's image project trains: a hidden layer of 100, Adam at 0.001, 50 epochs, batches of 16. */
const HIDDEN = 100
const RATE = 1e-3
const EPOCHS = 50
const BATCH = 16

/** Adam's own constants (Kingma and Ba 2014, arXiv 1412.6980). */
const adam = (size: number) => {
  const [first, second] = [new Float64Array(size), new Float64Array(size)]
  let time = 0
  return (values: Float64Array, gradient: Float64Array): void => {
    time += 1
    const rate = (RATE * Math.sqrt(1 - 0.999 ** time)) / (1 - 0.9 ** time)
    for (let i = 0; i < size; i += 1) {
      const g = gradient[i] as number
      const a = 0.9 * (first[i] as number) + 0.1 * g
      const b = 0.999 * (second[i] as number) + 0.001 * g * g
      first[i] = a
      second[i] = b
      values[i] = (values[i] as number) - (rate * a) / (Math.sqrt(b) + 1e-7)
    }
  }
}

/** A layer of so many numbers to so many, its biases behind its weights. */
const layer = (from: number, to: number, next: () => number): Float64Array => {
  // Glorot and Bengio's uniform start.
  const range = Math.sqrt(6 / (from + to))
  const values = new Float64Array(to * (from + 1))
  for (let i = 0; i < to * from; i += 1) values[i] = range * (2 * next() - 1)
  return values
}

const through = (
  values: Float64Array,
  from: number,
  to: number,
  input: Float64Array,
  out: Float64Array,
): void => {
  for (let j = 0; j < to; j += 1) {
    let sum = values[to * from + j] as number
    for (let k = 0; k < from; k += 1) sum += (values[j * from + k] as number) * (input[k] as number)
    out[j] = sum
  }
}

/** Adds a row's gradient to that of a layer, and gives what goes on to the layer before. */
const back = (
  values: Float64Array,
  gradient: Float64Array,
  from: number,
  input: Float64Array,
  residual: Float64Array,
  before: Float64Array | null,
): void => {
  const to = residual.length
  before?.fill(0)
  for (let j = 0; j < to; j += 1) {
    const r = residual[j] as number
    if (r === 0) continue
    gradient[to * from + j] = (gradient[to * from + j] as number) + r
    for (let k = 0; k < from; k += 1) {
      gradient[j * from + k] = (gradient[j * from + k] as number) + r * (input[k] as number)
      if (before) before[k] = (before[k] as number) + r * (values[j * from + k] as number)
    }
  }
}

/** A network with one hidden layer over the same vectors, scaled to a mean square of 1 a number. It knows no words. */
export const smallNetwork: Method = (set, tests) => {
  const [n, classes, { width }] = [exampleCount(set), classCount(set), set]
  const rng = createRng(n, 0)
  const scale = Math.sqrt(width)
  const rowAt = (vectors: Float32Array, i: number) =>
    Float64Array.from(vectors.subarray(i * width, (i + 1) * width), (value) => value * scale)
  const rows = Array.from({ length: n }, (_, i) => rowAt(set.vectors, i))
  const [lower, upper] = [layer(width, HIDDEN, rng.next), layer(HIDDEN, classes, rng.next)]
  const [stepLower, stepUpper] = [adam(lower.length), adam(upper.length)]
  const [lowerGradient, upperGradient] = [new Float64Array(lower.length), new Float64Array(upper.length)]
  const [hidden, hiddenResidual, logits] = [
    new Float64Array(HIDDEN),
    new Float64Array(HIDDEN),
    new Float64Array(classes),
  ]
  const forward = (row: Float64Array): Float64Array => {
    through(lower, width, HIDDEN, row, hidden)
    hidden.forEach((value, k) => {
      hidden[k] = Math.max(0, value)
    })
    through(upper, HIDDEN, classes, hidden, logits)
    return logitsToProbabilities('single', classes, logits)
  }
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const order = shuffled([...rows.keys()], rng)
    for (let start = 0; start < n; start += BATCH) {
      lowerGradient.fill(0)
      upperGradient.fill(0)
      const batch = order.slice(start, start + BATCH)
      for (const i of batch) {
        const row = rows[i]
        if (!row) continue
        const residual = forward(row).map((p, c) => (p - (c === labelOf(set, i) ? 1 : 0)) / batch.length)
        back(upper, upperGradient, HIDDEN, hidden, residual, hiddenResidual)
        hidden.forEach((value, k) => {
          if (value <= 0) hiddenResidual[k] = 0
        })
        back(lower, lowerGradient, width, row, hiddenResidual, null)
      }
      stepLower(lower, lowerGradient)
      stepUpper(upper, upperGradient)
    }
  }
  const out = new Float64Array((tests.length / width) * classes)
  for (let i = 0; i < tests.length / width; i += 1) out.set(forward(rowAt(tests, i)), i * classes)
  return out
}
