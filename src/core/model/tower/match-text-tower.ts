import { flowOf, type GraphFlow } from '../onnx/graft/graph-flow'
import type { OnnxStructure } from '../onnx/onnx-graph'
import { type BlockPlaces, matchBlocks, type NotOurs } from './match-blocks'
import { createPartMatcher, type LinearPlace, type NormPlace, type PartMatcher } from './match-parts'

/** Where a table of rows lies, by names of constants. */
export interface TablePlace {
  readonly rows: string
  /** Of whole numbers what they are multiplied by, and which of them is 0. */
  readonly quantised: { readonly scale: string; readonly zero: string | null } | null
}

/** How a tower tells a text's end: it is the largest id, as in CLIP's first tokenizer, or a certain one. */
export type EndToken = 'largest' | { readonly id: number }

/** A text tower of CLIP's, by where its parts lie in a graph. */
export interface TextTowerPlaces {
  /** A row for each token. */
  readonly tokens: TablePlace
  /** What is added to each row. */
  readonly positions: TablePlace
  readonly end: EndToken
  /** In the order of running. */
  readonly blocks: readonly BlockPlaces[]
  readonly lastNorm: NormPlace
  readonly projection: LinearPlace
}

/** Hand rows on, some of them, or in another shape. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['Identity', 'Cast', 'Reshape', 'Flatten', 'Squeeze', 'Unsqueeze', 'Slice', 'Transpose', 'Expand'],
  ...['Gather', 'GatherND', 'GatherElements'],
])

/** What a value is taken from, and what says which rows of it are. */
const takenFrom = (flow: GraphFlow, value: string) => {
  const indices: string[] = []
  let at = value
  for (let node = flow.producer(at); node && TAKEN.has(node.op); node = flow.producer(at)) {
    const [from = '', ...others] = node.inputs
    indices.push(...others.filter(flow.isFed))
    at = from
  }
  return { from: at, indices }
}

/** The one op of a kind that all of a value comes from, whatever is computed of it on the way. */
const comesFrom = (flow: GraphFlow, value: string, op: string) => {
  const found = new Set<string>()
  const fed = new Set<string>()
  const seen = new Set<string>()
  const visit = (at: string): void => {
    if (!flow.isFed(at) || seen.has(at)) return
    seen.add(at)
    const node = flow.producer(at)
    if (!node) fed.add(at)
    else if (node.op === op) found.add(at)
    else node.inputs.forEach(visit)
  }
  visit(value)
  const [only, ...others] = found
  return fed.size > 0 || only === undefined || others.length > 0 ? undefined : flow.producer(only)
}

/** Which token's row the embedding is of: the largest id's, as CLIP's first tokenizer has it, or that of one id. */
const matchEnd = (flow: GraphFlow, match: PartMatcher, indices: readonly string[]): EndToken | null => {
  const made = indices.map((index) => comesFrom(flow, index, 'ArgMax'))
  const [place] = made
  // The first of several, as is ONNX's default.
  if (!place || made.some((each) => each !== place)) return null
  if (place.attributes.get('select_last_index')?.integers[0] === 1) return null
  const shaped = new Set(['Identity', 'Cast', 'Reshape'])
  const { value, node } = match.source(place.inputs[0] ?? '', shaped)
  if (!node) return flow.graph.inputs.includes(value) ? 'largest' : null
  const both = node.op === 'Equal' ? match.sides(node) : null
  const [id, ...others] = both ? flow.integers(match.source(both.constant, shaped).value) : []
  const isOfTokens = both && flow.graph.inputs.includes(match.source(both.fed, shaped).value)
  return isOfTokens && id !== undefined && others.length === 0 ? { id } : null
}

/** A constant of which a part is taken, by what is known of shapes alone. */
const matchTable = (flow: GraphFlow, value: string): TablePlace | null => {
  let at = value
  let quantised: TablePlace['quantised'] = null
  for (;;) {
    const node = flow.producer(at)
    const [from = '', scale, zero] = node?.inputs ?? []
    if (node?.op === 'DequantizeLinear' && scale !== undefined) quantised = { scale, zero: zero ?? null }
    else if (!node || !TAKEN.has(node.op)) return { rows: at, quantised }
    at = from
  }
}

/** Tokens' rows and positions, added. */
const matchRows = (flow: GraphFlow, match: PartMatcher, value: string) => {
  const sum = match.source(value).node
  if (sum?.op !== 'Add') return null
  const tables = sum.inputs.flatMap((side) => {
    const table = matchTable(flow, side)
    const [index, ...others] = takenFrom(flow, behindScale(flow, side)).indices
    const ids = index === undefined ? '' : takenFrom(flow, index).from
    return table && others.length === 0 ? [{ table, input: flow.isFed(side) ? ids : null }] : []
  })
  // Positions are computed from the length of the text, or fed as they are.
  const positions = tables.find(({ input }) => input === null || input === 'position_ids')
  const tokens = tables.find(({ input }) => input !== null && input !== 'position_ids')
  if (!positions || !tokens || !flow.graph.inputs.includes(tokens.input ?? '')) return null
  return { tokens: tokens.table, positions: positions.table }
}

/** What 8 bits were before they became numbers. */
const behindScale = (flow: GraphFlow, value: string): string => {
  const node = flow.producer(value)
  return node?.op === 'DequantizeLinear' ? (node.inputs[0] ?? '') : value
}

/**
 * Finds CLIP's text transformer in a graph: tokens' rows and positions, blocks of attention under a mask and a GELU, a norm, the
 * end token's row, a projection. As with pictures names mean nothing, but for positions that are fed. That the mask is one of
 * what comes later is not read but seen by the numbers, which have to agree with ONNX Runtime's before they are trusted.
 *
 * @param output name of the output that is wanted
 */
export const matchTextTower = (graph: OnnxStructure, output: string): TextTowerPlaces | NotOurs => {
  const flow = flowOf(graph)
  const match = createPartMatcher(flow)
  const projection = match.linear(output)
  if (!projection) return { refused: 'projection' }
  // The end token alone goes on, from the norm or from the last block.
  const after = takenFrom(flow, projection.input)
  const lastNorm = match.norm(after.from)
  if (!lastNorm) return { refused: 'last norm' }
  const before = takenFrom(flow, lastNorm.input)
  const end = matchEnd(flow, match, [...after.indices, ...before.indices])
  if (end === null) return { refused: 'end token' }
  const { blocks, input } = matchBlocks(flow, match, before.from)
  if (blocks.length === 0) return { refused: 'blocks' }
  if (blocks.some(({ isMasked }) => !isMasked)) return { refused: 'mask' }
  const rows = matchRows(flow, match, input)
  if (!rows) return { refused: 'rows' }
  return { ...rows, end, blocks, lastNorm: lastNorm.place, projection: projection.place }
}
