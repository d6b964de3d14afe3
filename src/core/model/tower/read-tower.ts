import { flowOf } from '../onnx/graft/graph-flow'
import type { OnnxStructure } from '../onnx/onnx-graph'
import { type TensorValues, tensorValues } from '../onnx/tensor-values'
import type { LinearPlace, NormPlace } from './match-parts'
import type { BlockPlaces, NotOurs, VisionTowerPlaces } from './match-vision-tower'
import type { Block, Linear, Norm, Tower } from './tower'

/** What a picture is cut into, as rows of numbers. */
export interface Patches {
  /** Pixels of a side. */
  readonly size: number
  /** `width` rows of `3 * size * size` numbers: one for each number of a row. */
  readonly weight: Float32Array
  readonly bias: Float32Array
  readonly classRow: Float32Array
  /** `width` numbers for the class and for each patch. */
  readonly positions: Float32Array
}

/** A vision tower with its numbers. */
export interface VisionTower {
  readonly patches: Patches
  readonly tower: Tower
}

/** As published, where a norm does not say. */
const EPSILON = 1e-5

/** Numbers that a head takes in every CLIP whose config names no heads. */
const HEAD = 64

/** A constant that was found in a graph, and cannot be read: it lies in another file, or is of a kind that is not known. */
export class UnreadableTensor extends Error {}

/**
 * Reads the numbers of a tower that was found in a graph. Blocks are read as they are asked for, so that no more than one is
 * in memory beside what is made of it.
 *
 * @param heads as the model's config says; `null` where it does not
 * @throws UnreadableTensor at once or while blocks are asked for
 */
export const readVisionTower = (
  graph: OnnxStructure,
  places: VisionTowerPlaces,
  heads: number | null,
): VisionTower | NotOurs => {
  const read = tensorValues(graph, flowOf(graph).integers)
  const tensor = (name: string): TensorValues => {
    const found = read(name)
    if (!found) throw new UnreadableTensor(name)
    return found
  }
  const numbers = (name: string): Float32Array<ArrayBuffer> => tensor(name).values
  const norm = ({ weight, bias }: NormPlace): Norm => ({ weight: numbers(weight), bias: numbers(bias) })

  const linear = ({ weight, quantised, turned, bias }: LinearPlace): Linear => {
    const { dims, values } = tensor(weight)
    const [rows = 0, columns = 0] = dims
    const [inputs, outputs] = turned ? [columns, rows] : [rows, columns]
    if (dims.length !== 2) throw new UnreadableTensor(weight)
    if (quantised) {
      const scale = numbers(quantised.scale)
      const zero = quantised.zero === null ? new Float32Array(1) : numbers(quantised.zero)
      // One for all columns, or one for each.
      const [scaleStep, zeroStep] = [scale, zero].map(({ length }) => (length === 1 ? 0 : 1))
      for (let i = 0; i < values.length; i += 1) {
        const column = i % outputs
        values[i] =
          ((values[i] ?? 0) - (zero[column * (zeroStep ?? 0)] ?? 0)) * (scale[column * (scaleStep ?? 0)] ?? 0)
      }
    }
    const upright = turned ? turn(values, rows, columns) : values
    return {
      inputs,
      outputs,
      weight: upright,
      bias: bias === null ? new Float32Array(outputs) : numbers(bias),
    }
  }

  const block = (places: BlockPlaces): Block => ({
    attentionNorm: norm(places.attentionNorm),
    queriesKeysValues: sideBySide(places.attention.map(linear)),
    attentionOut: linear(places.attentionOut),
    mixNorm: norm(places.mixNorm),
    widen: linear(places.widen),
    narrow: linear(places.narrow),
  })

  const weight = tensor(places.patches.weight)
  const [width = 0, , size = 0] = weight.dims
  const [gelu, ...others] = new Set(places.blocks.map((each) => each.gelu))
  if (gelu === undefined || others.length > 0 || width % 16 !== 0) return { refused: 'blocks' }
  const { bias } = places.patches
  const { epsilon } = places.lastNorm
  return {
    patches: {
      size,
      weight: weight.values,
      bias: bias === null ? new Float32Array(width) : numbers(bias),
      classRow: numbers(places.classRow),
      positions: numbers(places.positions),
    },
    tower: {
      ...{ width, gelu, causal: false, heads: heads ?? width / HEAD },
      epsilon: (epsilon === null ? null : read(epsilon)?.values[0]) ?? EPSILON,
      firstNorm: places.firstNorm && norm(places.firstNorm),
      blocks: inTurn(places.blocks, block),
      lastNorm: norm(places.lastNorm),
      projection: linear(places.projection),
    },
  }
}

/** What is made of items when it is asked for, one by one. */
const inTurn = function* <From, To>(items: readonly From[], make: (item: From) => To): Generator<To> {
  for (const item of items) yield make(item)
}

const turn = (values: Float32Array, rows: number, columns: number): Float32Array => {
  const turned = new Float32Array(values.length)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      turned[column * rows + row] = values[row * columns + column] ?? 0
  return turned
}

/** Matrices of the same rows as one. */
const sideBySide = (parts: readonly Linear[]): Linear => {
  const inputs = parts[0]?.inputs ?? 0
  const outputs = parts.reduce((sum, part) => sum + part.outputs, 0)
  const weight = new Float32Array(inputs * outputs)
  const bias = new Float32Array(outputs)
  let at = 0
  for (const part of parts) {
    for (let i = 0; i < inputs; i += 1)
      weight.set(part.weight.subarray(i * part.outputs, (i + 1) * part.outputs), i * outputs + at)
    bias.set(part.bias, at)
    at += part.outputs
  }
  return { inputs, outputs, weight, bias }
}
