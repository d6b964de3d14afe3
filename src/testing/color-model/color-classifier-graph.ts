import type { Rgb } from './colours'
import type { OnnxGraph } from '../../core/model/onnx/onnx-writer'

/** How sharply classes are told apart: enough that a pure colour gets nearly all of the probability. */
const SHARPNESS = 20

/** The logit of a class without a colour: so low that no picture is taken for it. */
const NEVER = -50

/** What the graph undoes, as `preprocessor_config.json` states it. */
export interface ClassifierRecipe {
  readonly side: number
  readonly mean: number
  readonly std: number
  readonly channels: 'rgb' | 'bgr'
}

/** Nearest colour as one linear step: `-|a - b|²` without `|a|²`, which is the same for every class. */
const weightsOf = (rgb: Rgb, channels: ClassifierRecipe['channels']) => {
  const shares = rgb.map((value) => value / 255)
  const inOrder = channels === 'bgr' ? shares.toReversed() : shares
  return {
    slope: inOrder.map((share) => 2 * SHARPNESS * share),
    offset: -SHARPNESS * shares.reduce((sum, share) => sum + share * share, 0),
  }
}

/**
 * `pixel_values` float32 [batch, 3, side, side] to `logits` [batch, classes]: which of the colours is nearest to
 * the picture's mean.
 * @param classes a colour for each class, `null` for one that no picture is taken for.
 */
export const colorClassifierGraph = (
  { side, mean, std, channels }: ClassifierRecipe,
  classes: readonly (Rgb | null)[],
): OnnxGraph => {
  const weights = classes.map((rgb) => (rgb ? weightsOf(rgb, channels) : { slope: [0, 0, 0], offset: NEVER }))
  const slopes = [0, 1, 2].flatMap((channel) => weights.map(({ slope }) => slope[channel] ?? 0))
  return {
    name: 'nearest colour',
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, side, side] }],
    outputs: [{ name: 'logits', type: 'float32', dims: ['batch', classes.length] }],
    initializers: [
      { name: 'std', dims: [1], values: Float32Array.of(std) },
      { name: 'mean', dims: [1], values: Float32Array.of(mean) },
      { name: 'slopes', dims: [3, classes.length], values: Float32Array.from(slopes) },
      {
        name: 'offsets',
        dims: [classes.length],
        values: Float32Array.from(weights.map(({ offset }) => offset)),
      },
    ],
    nodes: [
      { op: 'Mul', inputs: ['pixel_values', 'std'], outputs: ['scaled'] },
      { op: 'Add', inputs: ['scaled', 'mean'], outputs: ['shares'] },
      {
        op: 'ReduceMean',
        inputs: ['shares'],
        outputs: ['colour'],
        attributes: { axes: [2, 3], keepdims: 0 },
      },
      { op: 'MatMul', inputs: ['colour', 'slopes'], outputs: ['projected'] },
      { op: 'Add', inputs: ['projected', 'offsets'], outputs: ['logits'] },
    ],
  }
}
