import {
  DATA_TYPES,
  type OnnxGraph,
  type OnnxInitializer,
  type OnnxNode,
} from '../../core/model/onnx/onnx-writer'

const LARGEST = 255

/** A matrix as bytes of one scale and one zero point for all, between its least and its largest number. */
const roundMatrix = (values: Float32Array) => {
  const [least, largest] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [0, 0],
  )
  const scale = Math.fround((largest - least) / LARGEST)
  const zero = Math.round(-least / scale)
  const bytes = Uint8Array.from(values, (value) =>
    Math.min(LARGEST, Math.max(0, Math.round(value / scale) + zero)),
  )
  return { bytes, scale, zero }
}

/**
 * The q8 twin of a graph: of each product by a constant matrix the same matrix in bytes, and rows that are rounded at each run, as
 * `quantize_dynamic` of ONNX Runtime writes it with bytes from 0 to 255 and one scale a matrix, which is its default
 * (https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html). What is no such product stays as it is: the cut
 * into patches, norms, attention.
 */
export const quantiseGraph = (graph: OnnxGraph): OnnxGraph => {
  const matrices = new Map<string, { readonly of: OnnxInitializer; readonly values: Float32Array }>()
  for (const of of graph.initializers)
    if (of.values instanceof Float32Array && of.dims.length === 2)
      matrices.set(of.name, { of, values: of.values })
  const rounded = new Set<string>()
  const added: OnnxInitializer[] = []

  const quantised = (node: OnnxNode): readonly OnnxNode[] => {
    const [rows = '', name = ''] = node.inputs
    const matrix = node.op === 'MatMul' ? matrices.get(name) : undefined
    if (!matrix) return [node]
    const { bytes, scale, zero } = roundMatrix(matrix.values)
    rounded.add(name)
    added.push(
      { name: `${name}_quantized`, dims: matrix.of.dims, values: bytes },
      { name: `${name}_scale`, dims: [], values: Float32Array.of(scale) },
      { name: `${name}_zero_point`, dims: [], values: Uint8Array.of(zero) },
    )
    const part = (what: string) => `${name}_${what}`
    const run = (op: string, inputs: readonly string[], outputs: readonly string[]): OnnxNode => ({
      ...{ op, inputs, outputs },
    })
    return [
      run('DynamicQuantizeLinear', [rows], [part('rows'), part('rows_scale'), part('rows_zero_point')]),
      run(
        'MatMulInteger',
        [part('rows'), part('quantized'), part('rows_zero_point'), part('zero_point')],
        [part('sums')],
      ),
      { ...run('Cast', [part('sums')], [part('floats')]), attributes: { to: DATA_TYPES.float32 } },
      run('Mul', [part('rows_scale'), part('scale')], [part('both_scales')]),
      run('Mul', [part('floats'), part('both_scales')], node.outputs),
    ]
  }
  const nodes = graph.nodes.flatMap(quantised)
  const kept = graph.initializers.filter(({ name }) => !rounded.has(name))
  return { ...graph, nodes, initializers: [...kept, ...added] }
}
