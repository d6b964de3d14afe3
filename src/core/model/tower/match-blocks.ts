import type { OwnRefusal } from '../../runtime/executor'
import type { GraphFlow } from '../onnx/graft/graph-flow'
import type { LinearPlace, Matched, NormPlace, PartMatcher } from './match-parts'
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
  /** Whether a row does not see all others. */
  readonly isMasked: boolean
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
        ...{
          attentionNorm: attentionNorm.place,
          attention: attention.place.products,
          attentionOut: out.place,
        },
        ...{ mixNorm: mixNorm.place, widen: widen.place, narrow: narrow.place },
        ...{ gelu: gelu.kind, isMasked: attention.place.isMasked },
      }
      return { input: before, place }
    }
  }
  return null
}

/** The blocks that make a value, in the order of running, and the value that the first of them takes. */
export const matchBlocks = (flow: GraphFlow, match: PartMatcher, made: string) => {
  const blocks: BlockPlaces[] = []
  let input = made
  for (let block = matchBlock(flow, match, input); block; block = matchBlock(flow, match, input)) {
    blocks.unshift(block.place)
    input = block.input
  }
  return { blocks, input }
}
