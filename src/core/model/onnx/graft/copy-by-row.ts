import type { GraphNode } from '../onnx-graph'
import type { GraftBuilder } from './graft-builder'
import { GraftRefused } from './graft-refusal'
import type { GraphFlow } from './graph-flow'

/** Change the shape of one vector, and none of its numbers. */
const SHAPES: ReadonlySet<string> = new Set([
  ...['Reshape', 'Flatten', 'Squeeze', 'Unsqueeze', 'Transpose', 'Identity', 'Dropout'],
])

/** Make a row of a row, whatever other rows there are; norms and means among them go along the last axis. */
const BY_ROW: ReadonlySet<string> = new Set([
  ...[
    'Add',
    'Sub',
    'Mul',
    'Div',
    'Pow',
    'Sqrt',
    'Reciprocal',
    'Neg',
    'Abs',
    'Exp',
    'Max',
    'Min',
    'Clip',
    'Cast',
  ],
  ...['Relu', 'LeakyRelu', 'PRelu', 'Sigmoid', 'HardSigmoid', 'HardSwish', 'Tanh', 'Erf', 'Gelu', 'FastGelu'],
  ...['QuickGelu', 'BiasGelu', 'Softmax', 'LayerNormalization', 'SimplifiedLayerNormalization'],
  ...[
    'BatchNormalization',
    'ReduceMean',
    'ReduceSum',
    'ReduceL2',
    'LpNormalization',
    'Expand',
    'Shape',
    'Concat',
  ],
  ...['MatMul', 'Gemm', 'FusedMatMul', 'MatMulNBits', 'MatMulInteger', 'DynamicQuantizeLinear'],
  ...['MatMulIntegerToFloat', 'DynamicQuantizeMatMul', 'Conv', 'ConvInteger'],
])

/** Vectors, and how many axes they have: `[rows, length]` or `[1, length, rows, 1]`, a map that convolutions take. */
interface Rows {
  readonly name: string
  readonly axes: 2 | 4
}

/** What stands for a value of a graph that is a vector of the whole picture. */
export interface Places {
  /** That vector itself. */
  readonly whole: string
  /** One for each place. */
  readonly each: string
  readonly axes: 2 | 4
}

const isFirstToken = (flow: GraphFlow, { op, inputs, attributes }: GraphNode): boolean =>
  op === 'Gather' &&
  attributes.get('axis')?.integers[0] === 1 &&
  flow.integers(inputs[1] ?? '').join() === '0'

/** The end of a graph, done row by row. */
interface CopiedHead {
  readonly name: string
  /** Whether the graph takes the first of several tokens on the way, which rows do not need. */
  readonly takesFirst: boolean
}

/**
 * Computes a value as the graph does, with rows in the place of what it has one of: what changes shapes alone is left
 * out, so that each row becomes what the graph would make of it.
 */
const copyRows = (
  flow: GraphFlow,
  builder: GraftBuilder,
  rows: ReadonlyMap<string, Rows>,
  value: string,
): CopiedHead => {
  const dependent = flow.after([...rows.keys()])
  const copies = new Map(rows)
  let takesFirst = false

  const inputOf = (name: string): Rows | null => {
    if (dependent.has(name)) return copyOf(name)
    if (flow.isFed(name)) throw new GraftRefused('HEAD_UNKNOWN', `${name} is of the whole picture`)
    return null
  }

  /** Of a map the rows that it is of; of rows themselves. */
  const flatten = ({ op, inputs }: GraphNode): Rows => {
    const of = inputOf(inputs[0] ?? '')
    if (!of) throw new GraftRefused('HEAD_UNKNOWN', `${op} of what is not fed`)
    if (of.axes === 2 || op === 'Identity' || op === 'Dropout') return of
    const flat = builder.add('Flatten', [of.name], { axis: 2 })
    return { name: builder.add('Transpose', [flat], { perm: [1, 0] }), axes: 2 }
  }

  /**
   * A convolution of single cells as the product of matrices that it is; `null` where it is none. Fifty rows are no
   * multiple of what the runtime's convolutions take at a time, and products have their weights packed: the head of a
   * MobileNetV2 takes a fifth less time.
   */
  const productOf = ({ inputs, attributes }: GraphNode): Rows | null => {
    const [value = '', weights = '', ...bias] = inputs
    const isPlain = (attributes.get('group')?.integers[0] ?? 1) === 1 && !dependent.has(weights)
    const of = isPlain ? inputOf(value) : null
    if (of?.axes !== 4) return null
    const [cells, matrix] = [
      builder.add('Flatten', [of.name], { axis: 2 }),
      builder.add('Flatten', [weights], { axis: 1 }),
    ]
    const rows = builder.add('Gemm', [cells, matrix, ...bias], { transA: 1, transB: 1 })
    const apart = builder.add('Reshape', [rows, builder.list([-1, 0, 1, 1])])
    return { name: builder.add('Transpose', [apart], { perm: [2, 1, 0, 3] }), axes: 4 }
  }

  const copyOf = (name: string): Rows => {
    const known = copies.get(name)
    if (known) return known
    const node = flow.producer(name)
    if (!node) throw new GraftRefused('HEAD_UNKNOWN', `nothing gives ${name}`)
    const isFirst = isFirstToken(flow, node)
    takesFirst ||= isFirst
    if (isFirst || SHAPES.has(node.op)) {
      const flat = flatten(node)
      copies.set(name, flat)
      return flat
    }
    const kernel = node.attributes.get('kernel_shape')?.integers.join() ?? '1,1'
    if (!BY_ROW.has(node.op) || kernel !== '1,1') throw new GraftRefused('HEAD_UNKNOWN', node.op)
    const product = node.op === 'Conv' ? productOf(node) : null
    if (product) {
      copies.set(name, product)
      return product
    }
    const inputs = node.inputs.map((input) => inputOf(input) ?? { name: input, axes: null })
    const axes = inputs.some((input) => input.axes === 4) ? 4 : 2
    const outputs = builder.copy(
      node,
      inputs.map((input) => input.name),
    )
    node.outputs.forEach((output, i) => copies.set(output, { name: outputs[i] ?? '', axes }))
    return copyOf(name)
  }
  const { name, axes } = copyOf(value)
  if (axes === 4) throw new GraftRefused('HEAD_UNKNOWN', 'it gives a map')
  return { name, takesFirst }
}

/** Measure all rows by one scale, so that one row changes what another becomes. */
const BY_ONE_SCALE: ReadonlySet<string> = new Set(['DynamicQuantizeLinear', 'DynamicQuantizeMatMul'])

/**
 * Computes a value of the whole picture again and of each place besides, `[1 + places, length]`.
 *
 * @param places what stands for the values that differ, by their names
 * @throws {GraftRefused} where something on the way is not done row by row.
 */
export const copyByRow = (
  flow: GraphFlow,
  builder: GraftBuilder,
  places: ReadonlyMap<string, Places>,
  value: string,
): CopiedHead => {
  const copy = (rowsOf: (one: Places) => string) =>
    copyRows(
      flow,
      builder,
      new Map([...places].map(([name, one]) => [name, { name: rowsOf(one), axes: one.axes }])),
      value,
    )
  const [after, before] = [flow.after([...places.keys()]), flow.before(value)]
  const isMeasured = flow.graph.nodes.some(
    ({ op, outputs }) => BY_ONE_SCALE.has(op) && outputs.some((one) => after.has(one) && before.has(one)),
  )
  if (!isMeasured)
    return copy(({ whole, each, axes }) => builder.add('Concat', [whole, each], { axis: axes === 4 ? 2 : 0 }))
  const [whole, each] = [copy((one) => one.whole), copy((one) => one.each)]
  return {
    name: builder.add('Concat', [whole.name, each.name], { axis: 0 }),
    takesFirst: whole.takesFirst,
  }
}
