import type { Rgb } from './colours'
import type { OnnxGraph } from '../../core/model/onnx/onnx-writer'

/** Length of the embeddings: red, green, blue, a constant, and "says nothing about colour". */
export const DIMENSION = 5

/**
 * The fourth component of every colour. Without it grey would be the zero vector and black and white exact
 * opposites of any model's scale; with it each colour of the table has a direction of its own.
 */
const CONSTANT = 0.4

/**
 * What a word without a colour adds in the fifth direction, which no picture has: enough that no prompt is the
 * zero vector, so little that "a photo of a red" still means red. A prompt of such words alone scores 0.
 */
const NO_COLOUR = 0.02

const colourVector = (rgb: Rgb): number[] => [...rgb.map((value) => value / 255 - 0.5), CONSTANT, 0]

/** The vector of a word: its colour, or nothing where `rgb` is `null`. */
export const wordVector = (rgb: Rgb | null): number[] => (rgb ? colourVector(rgb) : [0, 0, 0, 0, NO_COLOUR])

/** What the graph undoes, as `preprocessor_config.json` states it. */
export interface VisionRecipe {
  readonly size: number
  readonly mean: Rgb
  readonly std: Rgb
}

/** What a family calls its embeddings. SigLIP's graphs give their last hidden state too, and give it first. */
export interface OutputNames {
  readonly embedding: string
  readonly hidden: string | null
}

const CLIP_VISION_OUTPUTS: OutputNames = { embedding: 'image_embeds', hidden: null }
const CLIP_TEXT_OUTPUTS: OutputNames = { embedding: 'text_embeds', hidden: null }

/** `pixel_values` float32 [batch, 3, size, size], normalised, to an embedding [batch, {@link DIMENSION}]. */
export const visionGraph = (
  { size, mean, std }: VisionRecipe,
  { embedding, hidden }: OutputNames = CLIP_VISION_OUTPUTS,
): OnnxGraph => {
  const identity = [0, 1, 2].flatMap((row) =>
    Array.from({ length: DIMENSION }, (_, column) => (row === column ? 1 : 0)),
  )
  const rgb = hidden ?? 'rgb'
  return {
    name: 'mean colour',
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, size, size] }],
    outputs: [
      ...(hidden ? [{ name: hidden, type: 'float32', dims: ['batch', 3, size, size] } as const] : []),
      { name: embedding, type: 'float32', dims: ['batch', DIMENSION] },
    ],
    initializers: [
      { name: 'std', dims: [1, 3, 1, 1], values: Float32Array.from(std) },
      { name: 'mean', dims: [1, 3, 1, 1], values: Float32Array.from(mean) },
      { name: 'spread', dims: [3, DIMENSION], values: Float32Array.from(identity) },
      { name: 'centre', dims: [DIMENSION], values: Float32Array.from([-0.5, -0.5, -0.5, CONSTANT, 0]) },
    ],
    nodes: [
      { op: 'Mul', inputs: ['pixel_values', 'std'], outputs: ['scaled'] },
      { op: 'Add', inputs: ['scaled', 'mean'], outputs: [rgb] },
      { op: 'ReduceMean', inputs: [rgb], outputs: ['colour'], attributes: { axes: [2, 3], keepdims: 0 } },
      { op: 'MatMul', inputs: ['colour', 'spread'], outputs: ['spread_colour'] },
      { op: 'Add', inputs: ['spread_colour', 'centre'], outputs: [embedding] },
    ],
  }
}

/**
 * `input_ids` int64 [texts, sequence] to an embedding [texts, {@link DIMENSION}]: the sum of the words' vectors.
 * @param vectors one per token id, in order.
 * @param offset added to every sum.
 */
export const textGraph = (
  vectors: readonly (readonly number[])[],
  offset: readonly number[] = new Array<number>(DIMENSION).fill(0),
  { embedding, hidden }: OutputNames = CLIP_TEXT_OUTPUTS,
): OnnxGraph => {
  const looked = hidden ?? 'vectors'
  return {
    name: 'colour words',
    inputs: [{ name: 'input_ids', type: 'int64', dims: ['texts', 'sequence'] }],
    outputs: [
      ...(hidden ? [{ name: hidden, type: 'float32', dims: ['texts', 'sequence', DIMENSION] } as const] : []),
      { name: embedding, type: 'float32', dims: ['texts', DIMENSION] },
    ],
    initializers: [
      { name: 'words', dims: [vectors.length, DIMENSION], values: Float32Array.from(vectors.flat()) },
      { name: 'along', dims: [1], values: BigInt64Array.of(1n) },
      { name: 'offset', dims: [DIMENSION], values: Float32Array.from(offset) },
    ],
    nodes: [
      { op: 'Gather', inputs: ['words', 'input_ids'], outputs: [looked], attributes: { axis: 0 } },
      { op: 'ReduceSum', inputs: [looked, 'along'], outputs: ['sum'], attributes: { keepdims: 0 } },
      { op: 'Add', inputs: ['sum', 'offset'], outputs: [embedding] },
    ],
  }
}
