import { flowOf, type GraphFlow } from '../onnx/graft/graph-flow'
import type { OnnxStructure } from '../onnx/onnx-graph'
import {
  createPartMatcher,
  type LinearPlace,
  type Matched,
  type NormPlace,
  type PartMatcher,
} from './match-parts'
import type { OwnRefusal } from '../../runtime/executor'
import type { Gelu } from './tower'

/** A block, by where its parts lie. */
export interface BlockPlaces {
  readonly attentionNorm: NormPlace
  /** Of queries, keys and values. */
  readonly attention: readonly LinearPlace[]
  readonly attentionOut: LinearPlace
  readonly mixNorm: NormPlace
  readonly widen: LinearPlace
  readonly narrow: LinearPlace
  readonly gelu: Gelu
}

/** A vision tower of CLIP's, by where its parts lie in a graph. */
export interface VisionTowerPlaces {
  /** The convolution that cuts a picture into patches: names of its weight and bias. */
  readonly patches: { readonly weight: string; readonly bias: string | null }
  /** The row before those of the patches. */
  readonly classRow: string
  /** What is added to each row. */
  readonly positions: string
  readonly firstNorm: NormPlace | null
  /** In the order of running. */
  readonly blocks: readonly BlockPlaces[]
  readonly lastNorm: NormPlace
  readonly projection: LinearPlace
}

/** A graph that our kernels do not run. */
export interface NotOurs {
  readonly refused: OwnRefusal
}

/** The block that makes a value, with the value that it takes. */
const matchBlock = (flow: GraphFlow, match: PartMatcher, value: string): Matched<BlockPlaces> | null => {
  /** One side of a sum is a matrix's product, the other goes on as it was. */
  const addends = (sum: string) => {
    const { node } = match.source(sum)
    if (node?.op !== 'Add' || !node.inputs.every(flow.isFed)) return []
    const [a = '', b = ''] = node.inputs
    return [
      { added: a, kept: b },
      { added: b, kept: a },
    ]
  }
  for (const { added, kept } of addends(value)) {
    const narrow = match.linear(added)
    const gelu = narrow && match.gelu(narrow.input)
    const widen = gelu && match.linear(gelu.input)
    const mixNorm = widen && match.norm(widen.input)
    if (!mixNorm || match.source(mixNorm.input).value !== match.source(kept).value) continue
    for (const { added: attended, kept: before } of addends(kept)) {
      const out = match.linear(attended)
      const attention = out && match.attention(out.input)
      const attentionNorm = attention && match.norm(attention.input)
      if (!attentionNorm || match.source(attentionNorm.input).value !== match.source(before).value) continue
      const place = {
        ...{ attentionNorm: attentionNorm.place, attention: attention.place, attentionOut: out.place },
        ...{ mixNorm: mixNorm.place, widen: widen.place, narrow: narrow.place, gelu: gelu.kind },
      }
      return { input: before, place }
    }
  }
  return null
}

/** The class and the patches of a picture, with a position each. */
const matchRows = (flow: GraphFlow, match: PartMatcher, value: string) => {
  const sum = match.source(value).node
  const both = sum?.op === 'Add' ? match.sides(sum) : null
  const joined = both && match.source(both.fed).node
  if (joined?.op !== 'Concat') return null
  const [first = '', rest = ''] = joined.inputs
  const convolution = match.source(
    rest,
    new Set(['Identity', 'Cast', 'Reshape', 'Transpose', 'Flatten']),
  ).node
  const [pixels = '', weight = '', bias] = convolution?.inputs ?? []
  // What is laid out for each picture of a batch is one constant all the same.
  const expanded = flow.producer(first)
  const classRow = expanded?.op === 'Expand' ? expanded.inputs[0] : flow.isFed(first) ? undefined : first
  if (
    convolution?.op !== 'Conv' ||
    classRow === undefined ||
    !flow.graph.inputs.includes(match.source(pixels).value)
  )
    return null
  return { patches: { weight, bias: bias ?? null }, classRow, positions: both?.constant ?? '' }
}

/**
 * Finds CLIP's vision transformer in a graph: patches, class and positions, a norm or none, blocks of attention and a GELU,
 * a norm, a projection. Names mean nothing, and neither does how an exporter has put an op together; but what is not found is
 * refused, and what is found has to agree with ONNX Runtime before it is trusted.
 *
 * @param output name of the output that is wanted
 */
export const matchVisionTower = (graph: OnnxStructure, output: string): VisionTowerPlaces | NotOurs => {
  const flow = flowOf(graph)
  const match = createPartMatcher(flow)
  const projection = match.linear(output)
  if (!projection) return { refused: 'projection' }
  // The class alone goes on from the last block, before the norm or after it.
  const taken = (from: string) =>
    match.source(from, new Set(['Identity', 'Cast', 'Gather', 'Slice', 'Squeeze'])).value
  const lastNorm = match.norm(taken(projection.input))
  if (!lastNorm) return { refused: 'last norm' }
  const blocks: BlockPlaces[] = []
  let value = taken(lastNorm.input)
  for (let block = matchBlock(flow, match, value); block; block = matchBlock(flow, match, value)) {
    blocks.unshift(block.place)
    value = block.input
  }
  if (blocks.length === 0) return { refused: 'blocks' }
  const firstNorm = match.norm(value)
  const rows = matchRows(flow, match, firstNorm?.input ?? value)
  if (!rows) return { refused: 'rows' }
  return {
    ...rows,
    firstNorm: firstNorm?.place ?? null,
    blocks,
    lastNorm: lastNorm.place,
    projection: projection.place,
  }
}
