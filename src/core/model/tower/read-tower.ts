import { flowOf } from '../onnx/graft/graph-flow'
import type { TensorValues } from '../onnx/tensor-values'
import { openConstants, type ThinConstants } from '../onnx/thin-constants'
import type { ThinGraph } from '../onnx/thin-graph'
import { giveBack } from './give-back'
import type { BlockPlaces, NotOurs } from './match-blocks'
import type { LinearPlace, NormPlace } from './match-parts'
import type { ComingTower, Linear, Norm } from './tower'

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
  readonly constants: ThinConstants
  /** @throws UnreadableTensor */
  tensor(name: string): Promise<TensorValues>
  /** @throws UnreadableTensor at once or while blocks are asked for */
  tower(places: TransformerPlaces, facts: TowerFacts): Promise<ComingTower | NotOurs>
}

/** Reads the numbers of a tower that was found in a graph. */
export const createTowerReader = (graph: ThinGraph): TowerReader => {
  const constants = openConstants(graph, flowOf(graph.structure).integers)
  const tensor = async (name: string): Promise<TensorValues> => {
    const found = await constants.load(name)
    if (!found) throw new UnreadableTensor(name)
    return found
  }
  const numbers = async (name: string): Promise<Float32Array<ArrayBuffer>> => (await tensor(name)).values
  const norm = async ({ weight, bias }: NormPlace): Promise<Norm> => ({
    weight: await numbers(weight),
    bias: await numbers(bias),
  })

  const linear = async ({ weight, quantised, turned, bias }: LinearPlace): Promise<Linear> => {
    const { dims, values } = await tensor(weight)
    const [rows = 0, columns = 0] = dims
    const [inputs, outputs] = turned ? [columns, rows] : [rows, columns]
    if (dims.length !== 2) throw new UnreadableTensor(weight)
    if (quantised) {
      const scale = await numbers(quantised.scale)
      const zero = quantised.zero === null ? new Float32Array(1) : await numbers(quantised.zero)
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
      bias: bias === null ? new Float32Array(outputs) : await numbers(bias),
    }
  }

  const attention = async (places: readonly LinearPlace[]): Promise<Linear> => {
    const parts: Linear[] = []
    for (const place of places) parts.push(await linear(place))
    return sideBySide(parts)
  }

  return {
    constants,
    tensor,
    tower: async (places, { width, heads, causal }) => {
      const [gelu, ...others] = new Set(places.blocks.map((each) => each.gelu))
      const count = heads ?? width / HEAD
      const size = width / count
      if (gelu === undefined || others.length > 0) return { refused: 'blocks' }
      if (width % 16 !== 0 || size % 8 !== 0) return { refused: 'blocks' }
      const { epsilon } = places.lastNorm
      return {
        ...{ width, gelu, causal, heads: count },
        epsilon: (epsilon === null ? null : constants.small(epsilon)?.values[0]) ?? EPSILON,
        firstNorm: places.firstNorm && (await norm(places.firstNorm)),
        blocks: places.blocks.map((block) => ({
          attentionNorm: () => norm(block.attentionNorm),
          queriesKeysValues: () => attention(block.attention),
          attentionOut: () => linear(block.attentionOut),
          mixNorm: () => norm(block.mixNorm),
          widen: () => linear(block.widen),
          narrow: () => linear(block.narrow),
        })),
        lastNorm: await norm(places.lastNorm),
        projection: await linear(places.projection),
      }
    },
  }
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
