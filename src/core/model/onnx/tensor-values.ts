import { fromHalfBits } from './half-precision'
import type { GraphNode, OnnxStructure } from './onnx-graph'
import { type Field, fieldsOf, integersOf } from './protobuf'

/** `onnx.TensorProto`, by field number. */
const TENSOR = { dims: 1, type: 2, floats: 4, integers: 5, raw: 9, external: 13 } as const

/** `onnx.TensorProto.DataType` */
const FLOAT32 = 1
const UINT8 = 2
const INT8 = 3
const FLOAT16 = 10
/** Bytes of a number. */
const SIZES: Readonly<Record<number, number>> = { [FLOAT32]: 4, [UINT8]: 1, [INT8]: 1, [FLOAT16]: 2 }

/** A constant's numbers. */
export interface TensorValues {
  readonly dims: readonly number[]
  readonly values: Float32Array<ArrayBuffer>
}

const fromBytes = (bytes: Uint8Array<ArrayBuffer>, type: number): Float32Array<ArrayBuffer> | null => {
  const { buffer } = bytes
  if (type === FLOAT32) return new Float32Array(buffer)
  if (type === UINT8) return Float32Array.from(bytes)
  if (type === INT8) return Float32Array.from(new Int8Array(buffer))
  return type === FLOAT16 ? fromHalfBits(new Uint16Array(buffer)) : null
}

const readTensor = (bytes: Uint8Array, tensor: Field): TensorValues | null => {
  const dims: number[] = []
  let type = 0
  let content: Field | null = null
  for (const field of fieldsOf(bytes, tensor)) {
    if (field.number === TENSOR.dims) dims.push(...integersOf(bytes, field))
    if (field.number === TENSOR.type) type = integersOf(bytes, field)[0] ?? 0
    if (field.number === TENSOR.raw || field.number === TENSOR.floats) content = field
    // In another file, or as whole numbers one by one, which no exporter does for weights.
    if (field.number === TENSOR.external || field.number === TENSOR.integers) return null
  }
  const count = dims.reduce((product, length) => product * length, 1)
  if (!content || content.end - content.start !== count * (SIZES[type] ?? NaN)) return null
  // A copy: what lies in the file begins anywhere, and numbers of four bytes may not.
  const values = fromBytes(bytes.slice(content.start, content.end), type)
  return values && { dims, values }
}

/** A constant of one number as often as its shape says: what benches have in place of weights. */
const filled = (
  { bytes, initializers }: OnnxStructure,
  { inputs, attributes }: GraphNode,
  integers: (name: string) => readonly number[],
): TensorValues | null => {
  const value = attributes.get('value')?.tensor
  const one = value ? readTensor(bytes, value) : null
  const dims = initializers.has(inputs[0] ?? '') ? integers(inputs[0] ?? '') : []
  if (!one || dims.length === 0) return null
  const count = dims.reduce((product, length) => product * length, 1)
  return { dims, values: new Float32Array(count).fill(one.values[0] ?? 0) }
}

/**
 * The numbers of a graph's constants by their names, in single precision, whatever they are written in (32 and 16 bits, whole
 * numbers of 8). `null` for what is no such constant, or lies in another file.
 */
export const tensorValues = (
  graph: OnnxStructure,
  integers: (name: string) => readonly number[],
): ((name: string) => TensorValues | null) => {
  const producers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)),
  )
  const read = (name: string): TensorValues | null => {
    const own = graph.initializers.get(name)
    if (own) return readTensor(graph.bytes, own)
    const node = producers.get(name)
    if (node?.op === 'Identity' || node?.op === 'Cast') return read(node.inputs[0] ?? '')
    if (node?.op === 'ConstantOfShape') return filled(graph, node, integers)
    const value = node?.op === 'Constant' ? node.attributes.get('value')?.tensor : null
    return value ? readTensor(graph.bytes, value) : null
  }
  return read
}
