import { flowOf } from '../onnx/graft/graph-flow'
import type { OnnxStructure } from '../onnx/onnx-graph'
import { type ConstantReader, readConstants, type TensorValues } from '../onnx/tensor-values'
import type { BlockPlaces, NotOurs } from './match-blocks'
import type { LinearPlace, NormPlace } from './match-parts'
import type { Block, Linear, Norm, Tower } from './tower'

/** As published, where a norm does not say. */
const EPSILON = 1e-5

/** Numbers that a head takes in every CLIP whose config names no heads. */
const HEAD = 64

/** A constant that was found in a graph, and cannot be read: it lies in another file, or is of a kind that is not known. */
export class UnreadableTensor extends Error {}

/** What of a tower follows its rows, by where it lies. */
interface TransformerPlaces {
  readonly firstNorm: NormPlace | null
  readonly blocks: readonly BlockPlaces[]
  readonly lastNorm: NormPlace
  readonly projection: LinearPlace
}

/** What a graph does not say of a tower. */
interface TowerFacts {
  readonly width: number
  /** As the model's config says; `null` where it does not. */
  readonly heads: number | null
  readonly causal: boolean
}

/** Reads numbers of a graph. */
export interface TowerReader {
  readonly constants: ConstantReader
  /** @throws UnreadableTensor */
  tensor(name: string): TensorValues
  /**
   * Blocks are read as they are asked for, so that no more than one is in memory beside what is made of it.
   * @throws UnreadableTensor at once or while blocks are asked for
   */
  tower(places: TransformerPlaces, facts: TowerFacts): Tower | NotOurs
}

/** Reads the numbers of a tower that was found in a graph. */
export const createTowerReader = (graph: OnnxStructure): TowerReader => {
  const constants = readConstants(graph, flowOf(graph).integers)
  const tensor = (name: string): TensorValues => {
    const found = constants.values(name)
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
      const zeros = Float32Array.from({ length: outputs }, (_, column) => zero[column * (zeroStep ?? 0)] ?? 0)
      const scales = zeros.map((_, column) => scale[column * (scaleStep ?? 0)] ?? 0)
      for (let at = 0; at < values.length;)
        for (let column = 0; column < outputs; column += 1, at += 1)
          values[at] = ((values[at] ?? 0) - (zeros[column] ?? 0)) * (scales[column] ?? 0)
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

  return {
    constants,
    tensor,
    tower: (places, { width, heads, causal }) => {
      const [gelu, ...others] = new Set(places.blocks.map((each) => each.gelu))
      const count = heads ?? width / HEAD
      const size = width / count
      if (gelu === undefined || others.length > 0) return { refused: 'blocks' }
      if (width % 16 !== 0 || size % 8 !== 0) return { refused: 'blocks' }
      const { epsilon } = places.lastNorm
      return {
        ...{ width, gelu, causal, heads: count },
        epsilon: (epsilon === null ? null : constants.values(epsilon)?.values[0]) ?? EPSILON,
        firstNorm: places.firstNorm && norm(places.firstNorm),
        blocks: inTurn(places.blocks, block),
        lastNorm: norm(places.lastNorm),
        projection: linear(places.projection),
      }
    },
  }
}

/** Blocks, made when they are asked for, one by one: what the last one took is given back then. */
const inTurn = function* (
  items: readonly BlockPlaces[],
  make: (places: BlockPlaces) => Block,
): Generator<Block> {
  for (const item of items) {
    const block = make(item)
    yield block
    for (const { weight } of [block.queriesKeysValues, block.attentionOut, block.widen, block.narrow])
      giveBack(weight)
  }
}

/**
 * Gives an array's memory back at once, where the browser can; it is of no use after that. Left to the collector, the numbers
 * of a whole tower would be there together.
 */
export const giveBack = ({ buffer }: { readonly buffer: ArrayBufferLike }): void => {
  // Chrome 114, Firefox 122, Safari 17.4.
  const { transfer } = buffer as { readonly transfer?: (length: number) => unknown }
  transfer?.call(buffer, 0)
}

const turn = (values: Float32Array, rows: number, columns: number): Float32Array => {
  const turned = new Float32Array(values.length)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      turned[column * rows + row] = values[row * columns + column] ?? 0
  giveBack(values)
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
    giveBack(part.weight)
  }
  return { inputs, outputs, weight, bias }
}
