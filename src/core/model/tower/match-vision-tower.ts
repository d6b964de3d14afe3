import { flowOf, type GraphFlow } from '../onnx/graft/graph-flow'
import type { OnnxStructure } from '../onnx/onnx-graph'
import { type BlockPlaces, matchBlocks, type NotOurs } from './match-blocks'
import { createPartMatcher, type LinearPlace, type NormPlace, type PartMatcher } from './match-parts'

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
  const { blocks, input: value } = matchBlocks(flow, match, taken(lastNorm.input))
  if (blocks.length === 0 || blocks.some(({ isMasked }) => isMasked)) return { refused: 'blocks' }
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
