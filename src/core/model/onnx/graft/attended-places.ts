import type { GraphNode } from '../onnx-graph'
import { copyBetween } from './copy-between'
import type { Places } from './copy-by-row'
import type { GraftBuilder } from './graft-builder'
import { GraftRefused } from './graft-refusal'
import type { GraphFlow } from './graph-flow'

/** The last attention before an output: `Softmax(first x second) x values`. */
interface Attention {
  readonly scores: GraphNode
  readonly softmax: GraphNode
  readonly mix: GraphNode
  readonly values: string
  /** Axes of what it works on: heads apart from pictures (4), or both in one (3). */
  readonly axes: 3 | 4
  /** The transposition that the second factor of the scores comes from. */
  readonly isSelf: boolean
}

const unknown = (detail: string) => new GraftRefused('ATTENTION_UNKNOWN', detail)

/** Pass numbers on as they are. */
const SHAPES: ReadonlySet<string> = new Set([
  'Reshape',
  'Transpose',
  'Identity',
  'Squeeze',
  'Unsqueeze',
  'Cast',
])
const SCALINGS: ReadonlySet<string> = new Set(['Mul', 'Div'])

/** The input of a scaling that numbers come through, and the one that it scales by. */
const scaledBy = (
  flow: GraphFlow,
  { op, inputs }: GraphNode,
): readonly [through: string, by: string] | null => {
  const [left = '', right = ''] = inputs
  if (!SCALINGS.has(op)) return null
  if (flow.isFed(left) && !flow.isFed(right)) return [left, right]
  return op === 'Mul' && flow.isFed(right) && !flow.isFed(left) ? [right, left] : null
}

/** What a factor of the scores was multiplied or divided by, on its way from a projection; `null` for nothing. */
const scalingOf = (flow: GraphFlow, factor: string): { readonly op: string; readonly by: string } | null => {
  let value = factor
  for (;;) {
    const node = flow.producer(value)
    if (!node) return null
    const scaling = scaledBy(flow, node)
    if (scaling) return flow.isScalar(scaling[1]) ? { op: node.op, by: scaling[1] } : null
    if (!SHAPES.has(node.op)) return null
    value = node.inputs[0] ?? ''
  }
}

/** How many axes the second factor has, by the transposition that it comes from. */
const axesOf = (flow: GraphFlow, factor: string): 3 | 4 => {
  let value = factor
  for (;;) {
    const node = flow.producer(value)
    const perm = node?.op === 'Transpose' ? node.attributes.get('perm')?.integers.length : undefined
    if (perm === 3 || perm === 4) return perm
    const through = node && (scaledBy(flow, node)?.[0] ?? (SHAPES.has(node.op) ? node.inputs[0] : undefined))
    if (through === undefined) throw unknown('its second factor is not transposed')
    value = through
  }
}

/** The product that a softmax is of, through what only scales or masks it. */
const scoresOf = (flow: GraphFlow, softmax: GraphNode): GraphNode | null => {
  let value = softmax.inputs[0] ?? ''
  for (;;) {
    const node = flow.producer(value)
    if (!node) return null
    if (node.op === 'MatMul') return node
    const [left = '', right = ''] = node.inputs
    const isMasked = node.op === 'Add' && flow.isFed(left) !== flow.isFed(right)
    const through = isMasked ? (flow.isFed(left) ? left : right) : scaledBy(flow, node)?.[0]
    const next = through ?? (SHAPES.has(node.op) ? left : undefined)
    if (next === undefined) return null
    value = next
  }
}

/** The last attention of which both factors are computed and not constants. */
const lastAttention = (flow: GraphFlow, output: string): Attention | null => {
  const before = flow.before(output)
  for (const softmax of flow.graph.nodes.toReversed()) {
    const [weights = ''] = softmax.outputs
    if (softmax.op !== 'Softmax' || !before.has(weights)) continue
    const scores = scoresOf(flow, softmax)
    const [first = '', second = ''] = scores?.inputs ?? []
    if (!scores || !flow.isFed(second)) continue
    const reached = flow.after([weights])
    const mix = flow.graph.nodes.find(
      ({ op, inputs }) => op === 'MatMul' && reached.has(inputs[0] ?? '') && flow.isFed(inputs[1] ?? ''),
    )
    if (!mix) throw unknown('nothing is mixed by it')
    const axes = axesOf(flow, second)
    return { scores, softmax, mix, values: mix.inputs[1] ?? '', axes, isSelf: flow.isFed(first) }
  }
  return null
}

/** A sum of two computed values. */
const isSum = (flow: GraphFlow, { op, inputs }: GraphNode): boolean =>
  op === 'Add' && inputs.every((value) => flow.isFed(value))

/**
 * The last two sums of a transformer: what attention is added to, and what is added to that in turn.
 * @returns what attention adds, and the value behind both sums.
 */
const sumsAfter = (
  flow: GraphFlow,
  { mix }: Attention,
): { readonly added: string; readonly features: string } => {
  const reached = flow.after(mix.outputs)
  const first = flow.graph.nodes.find(
    (node) => isSum(flow, node) && node.inputs.filter((value) => reached.has(value)).length === 1,
  )
  const added = first?.inputs.find((value) => reached.has(value))
  const [between = ''] = first?.outputs ?? []
  const second = flow.consumers(between).find((node) => isSum(flow, node))
  const [features] = second?.outputs ?? []
  if (added === undefined || features === undefined) throw unknown('it is not added to what it is of')
  return { added, features }
}

/**
 * What the last layer of a transformer gives where each place looks at those that ask alike (queries by queries) and
 * nothing is added to what it sees: places keep to themselves, where plain attention gathers the whole picture in each.
 * See F. Wang and others, "SCLIP: Rethinking Self-Attention for Dense Vision-Language Inference" (2024), and M. Lan and
 * others, "ClearCLIP: Decomposing CLIP Representations for Dense Vision-Language Inference" (2024).
 */
const denseFeatures = (
  flow: GraphFlow,
  builder: GraftBuilder,
  attention: Attention,
): ReadonlyMap<string, Places> => {
  const [first = '', second = ''] = attention.scores.inputs
  const { added, features } = sumsAfter(flow, attention)
  const perm = attention.axes === 4 ? [0, 1, 3, 2] : [0, 2, 1]
  let scores = builder.add('MatMul', [first, builder.add('Transpose', [first], { perm })])
  const [ofFirst, ofSecond] = [scalingOf(flow, first), scalingOf(flow, second)]
  // Scores are scaled once: what the queries were scaled by is in there twice where they alone were.
  if (ofFirst && !ofSecond) scores = builder.add(ofFirst.op === 'Mul' ? 'Div' : 'Mul', [scores, ofFirst.by])
  if (!ofFirst && ofSecond) scores = builder.add(ofSecond.op, [scores, ofSecond.by])
  const dense = copyBetween(flow, builder, new Map([[attention.scores.outputs[0] ?? '', scores]]), added)
  const [zero, one, end] = [builder.list([0]), builder.list([1]), builder.list([2 ** 31])]
  const flat = (tokens: string, from: string, to: string) =>
    builder.add('Flatten', [builder.add('Slice', [tokens, from, to, one])], { axis: 2 })
  return new Map([[features, { whole: flat(features, zero, one), each: flat(dense, one, end), axes: 2 }]])
}

/**
 * What a pooling head makes of the whole picture, then of each place, as though it looked there alone: the values that
 * its attention mixes.
 */
const mixedValues = (
  flow: GraphFlow,
  builder: GraftBuilder,
  { mix, values, axes }: Attention,
): ReadonlyMap<string, Places> => {
  let pooled = mix.outputs[0] ?? ''
  for (;;) {
    const next = flow.consumers(pooled).filter(({ op }) => op !== 'Shape')
    if (next.length !== 1 || !next[0] || !SHAPES.has(next[0].op)) break
    pooled = next[0].outputs[0] ?? ''
  }
  const whole = builder.add('Reshape', [pooled, builder.list([1, -1])])
  // [heads, places, length] or [1, heads, places, length] -> [places, heads x length]
  const byPlace =
    axes === 3
      ? builder.add('Flatten', [builder.add('Transpose', [values], { perm: [1, 0, 2] })], { axis: 1 })
      : builder.add('Flatten', [builder.add('Transpose', [values], { perm: [0, 2, 1, 3] })], { axis: 2 })
  return new Map([[pooled, { whole, each: byPlace, axes: 2 }]])
}

/** What attention gives of each place, and which kind of attention that is. */
export interface AttendedPlaces {
  readonly kind: 'attention' | 'values'
  readonly places: ReadonlyMap<string, Places>
}

/**
 * The last attention over places before `output`, and what stands for each of them there, for a run of one picture.
 *
 * @returns `null` where there is no attention.
 * @throws {GraftRefused} where there is one of an unknown shape.
 */
export const attendedPlaces = (
  flow: GraphFlow,
  builder: GraftBuilder,
  output: string,
): AttendedPlaces | null => {
  const attention = lastAttention(flow, output)
  if (!attention) return null
  return attention.isSelf
    ? { kind: 'attention', places: denseFeatures(flow, builder, attention) }
    : { kind: 'values', places: mixedValues(flow, builder, attention) }
}
