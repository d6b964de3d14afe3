import type { GraphNode } from '../onnx-graph'
import type { GraftBuilder } from './graft-builder'
import type { GraphFlow } from './graph-flow'
import type { Places } from './copy-by-row'

/** Make one number a channel of all places. */
const POOLS: ReadonlySet<string> = new Set(['GlobalAveragePool', 'GlobalMaxPool'])
const REDUCTIONS: ReadonlySet<string> = new Set(['ReduceMean', 'ReduceMax'])

const axesOf = (flow: GraphFlow, { inputs, attributes }: GraphNode): readonly number[] =>
  attributes.get('axes')?.integers ?? flow.integers(inputs[1] ?? '')

const isPool = (flow: GraphFlow, node: GraphNode): boolean => {
  if (POOLS.has(node.op)) return true
  if (!REDUCTIONS.has(node.op)) return false
  const axes = axesOf(flow, node).join()
  return ['2,3', '-2,-1', '-1,-2', '3,2'].includes(axes)
}

const keepsAxes = ({ op, attributes }: GraphNode): boolean =>
  POOLS.has(op) || (attributes.get('keepdims')?.integers[0] ?? 1) === 1

const isMaximum = ({ op }: GraphNode): boolean => op === 'GlobalMaxPool' || op === 'ReduceMax'

/**
 * Means over all cells but one, for each.
 * @param cells `[1, channels, cells]`
 * @param mean over all of them, `[1, channels, 1]`
 */
const meansOfOthers = (builder: GraftBuilder, cells: string, mean: string): string => {
  // How many cells there are, and of which type its numbers are, the graph alone knows: e^0 is one in any. One channel
  // tells, since all weigh alike.
  const [zero, one] = [builder.list([0]), builder.list([1])]
  const channel = builder.add('Slice', [cells, zero, one, one])
  const zeros = builder.add('Sub', [channel, channel])
  const share = builder.add('Softmax', [zeros], { axis: 2 })
  const weight = builder.add('Div', [share, builder.add('Sub', [builder.add('Exp', [zeros]), share])])
  // mean + (mean - cell) x weight, in as few passes over all cells as can be.
  const whole = builder.add('Add', [mean, builder.add('Mul', [mean, weight])])
  return builder.add('Sub', [whole, builder.add('Mul', [cells, weight])])
}

/** Maxima over all cells but one, for each: the second largest number where it is the largest, else the largest. */
const maximaOfOthers = (builder: GraftBuilder, cells: string): string => {
  const two = builder.list([2])
  const largest = builder.add('TopK', [cells, two], { axis: 2 }, 1)
  const at = (index: number) =>
    builder.add('Slice', [largest, builder.list([index]), builder.list([index + 1]), two])
  const [first, second] = [at(0), at(1)]
  return builder.add('Where', [builder.add('Equal', [cells, first]), second, first])
}

/**
 * The last pools over all places before `output`, and what each would be of all places but one, row by row of
 * the map.
 *
 * @returns what stands for the pools, by their values, for a run of one picture; `null` where nothing pools over places.
 */
export const pooledCells = (
  flow: GraphFlow,
  builder: GraftBuilder,
  output: string,
): ReadonlyMap<string, Places> | null => {
  const before = flow.before(output)
  const pools = flow.graph.nodes.filter(
    (node) => node.outputs.some((value) => before.has(value)) && isPool(flow, node),
  )
  const features = pools.at(-1)?.inputs[0]
  if (features === undefined) return null
  const cells = builder.add('Reshape', [features, builder.list([1, 0, -1])])
  const places = new Map<string, Places>()
  for (const pool of pools) {
    const [value = ''] = pool.outputs
    if (pool.inputs[0] !== features) continue
    const pooled = builder.add('Reshape', [value, builder.list([1, -1, 1])])
    const others = isMaximum(pool) ? maximaOfOthers(builder, cells) : meansOfOthers(builder, cells, pooled)
    const each = keepsAxes(pool)
      ? builder.add('Reshape', [others, builder.list([0, 0, -1, 1])])
      : builder.add('Flatten', [builder.add('Transpose', [others], { perm: [0, 2, 1] })], { axis: 2 })
    places.set(value, { whole: value, each, axes: keepsAxes(pool) ? 4 : 2 })
  }
  return places
}
