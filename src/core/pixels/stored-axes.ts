import type { Resample } from './recipe'
import { type AxisWeights, axisWeights } from './resize/pillow-coefficients'
import type { ResizePlan } from './resize/resize-plan'
import type { Orientation } from './turn-upright'

/** A resize in terms of pixels as they are stored, which may lie on their side. */
export interface StoredAxes {
  /** Along a stored row, and from stored row to stored row. */
  readonly columns: AxisWeights
  readonly rows: AxisWeights
  /** True where stored rows are upright columns: then they come first, as Pillow begins with upright rows. */
  readonly rowsFirst: boolean
}

/** The same axis seen from its other end: positions, taps and their order are turned round. */
export const mirrorAxis = (axis: AxisWeights, sourceSize: number): AxisWeights => {
  const { stride } = axis
  const length = axis.first.length
  const count = axis.count.toReversed()
  const first = axis.first.toReversed().map((position, i) => sourceSize - position - (count[i] ?? 0))
  const weights = new Int32Array(axis.weights.length)
  for (let i = 0; i < length; i++) {
    const from = (length - 1 - i) * stride
    weights.set(axis.weights.subarray(from, from + (count[i] ?? 0)).toReversed(), i * stride)
  }
  return { first, count, weights, stride }
}

/**
 * Weights for pixels that are stored turned or mirrored. What they make is turned and mirrored in the same way,
 * and is the same bytes as if the pixels had been set upright first: only the small result need be turned.
 *
 * @param width of the upright picture, as `height` and the plan
 */
export const storedAxes = (
  width: number,
  height: number,
  plan: ResizePlan,
  resample: Resample,
  { rotation, flip }: Orientation,
): StoredAxes => {
  const across = axisWeights(width, plan.resizedWidth, plan.cropX, plan.width, resample)
  const down = axisWeights(height, plan.resizedHeight, plan.cropY, plan.height, resample)
  const acrossStored = (rotation === 90 || rotation === 180) === flip ? across : mirrorAxis(across, width)
  const downStored = rotation === 180 || rotation === 270 ? mirrorAxis(down, height) : down
  return rotation === 90 || rotation === 270
    ? { columns: downStored, rows: acrossStored, rowsFirst: true }
    : { columns: acrossStored, rows: downStored, rowsFirst: false }
}
