import type { AxisWeights } from './pillow-coefficients'

/** Taps that the SIMD kernel takes in one step: a 16-byte load holds four pixels. */
export const tapsPerStep = 4
/** Four low and four high halves of 16 bits. */
export const bytesPerStep = 16

/** A weight is `high * 2 ** splitBits + low`, so that both halves fit an int16 and SIMD can multiply them in pairs. */
const splitBits = 11

/** {@link AxisWeights} as the SIMD kernel reads them. */
export interface PackedWeights {
  /** Per output position: number of steps of four taps. */
  readonly steps: Int32Array
  /**
   * The steps of all positions, one after the other: four high halves, four low halves. Taps that pad the
   * last step weigh nothing.
   */
  readonly halves: Int16Array
}

/**
 * Splits each 22-bit weight in two int16. `low` has 11 bits and no sign; `high` is at most 2^11 times the
 * largest weight, about 1.2, so it fits with room to spare.
 */
export const packWeights = ({ count, weights, stride }: AxisWeights): PackedWeights => {
  const steps = Int32Array.from(count, (taps) => Math.ceil(taps / tapsPerStep))
  const total = steps.reduce((sum, n) => sum + n, 0)
  const halves = new Int16Array(total * tapsPerStep * 2)
  let step = 0
  count.forEach((taps, i) => {
    for (let tap = 0; tap < taps; tap++) {
      const weight = weights[i * stride + tap] ?? 0
      const at = (step + Math.floor(tap / tapsPerStep)) * tapsPerStep * 2 + (tap % tapsPerStep)
      halves[at] = weight >> splitBits
      halves[at + tapsPerStep] = weight & (2 ** splitBits - 1)
    }
    step += Math.ceil(taps / tapsPerStep)
  })
  return { steps, halves }
}
