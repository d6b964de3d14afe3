import { fromHalfBits } from './half-precision'
import type { GraphNode, OnnxStructure } from './onnx-graph'
import { type Field, fieldsOf, integersOf } from './protobuf'

/** `onnx.TensorProto`, by field number. */
const TENSOR = { dims: 1, type: 2, floats: 4, integers: 5, raw: 9, external: 13 } as const

/** `onnx.TensorProto.DataType` */
export const [FLOAT32, INT8, FLOAT16] = [1, 3, 10]
const UINT8 = 2
/** Bytes of a number. */
const SIZES: Readonly<Record<number, number>> = { [FLOAT32]: 4, [UINT8]: 1, [INT8]: 1, [FLOAT16]: 2 }

/** A constant's numbers. */
export interface TensorValues {
  readonly dims: readonly number[]
  readonly values: Float32Array<ArrayBuffer>
}

/** Numbers of a constant, whose bytes are of no use after that. `null` for kinds that no exporter has for weights. */
export const fromBytes = (bytes: Uint8Array<ArrayBuffer>, type: number): Float32Array<ArrayBuffer> | null => {
  const { buffer } = bytes
  if (type === FLOAT32) return new Float32Array(buffer)
  // By a constructor: `from` asks for each number.
  if (type === UINT8) return new Float32Array(bytes)
  if (type === INT8) return new Float32Array(new Int8Array(buffer))
  return type === FLOAT16 ? fromHalfBits(new Uint16Array(buffer)) : null
}

/** Where a constant's numbers lie in its file. */
export interface TensorPlace {
  readonly dims: readonly number[]
  /** `onnx.TensorProto.DataType` */
  readonly type: number
  /** Whole numbers of 8 bits, or floats of 16 or 32, one after the other. */
  readonly content: Pick<Field, 'start' | 'end'>
}

/**
 * Where a constant's numbers lie.
 * @param outside where they do of one that was read without them
 */
export const placeOf = (
  bytes: Uint8Array,
  tensor: Field,
  outside: TensorPlace['content'] | null = null,
): TensorPlace | null => {
  const dims: number[] = []
  let type = 0
  let content = outside
  for (const field of fieldsOf(bytes, tensor)) {
    if (field.number === TENSOR.dims) dims.push(...integersOf(bytes, field))
    if (field.number === TENSOR.type) type = integersOf(bytes, field)[0] ?? 0
    if (field.number === TENSOR.raw || field.number === TENSOR.floats) content = field
    // In another file, or as whole numbers one by one, which no exporter does for weights.
    if (field.number === TENSOR.external || field.number === TENSOR.integers) return null
  }
  const count = dims.reduce((product, length) => product * length, 1)
  return content && content.end - content.start === count * (SIZES[type] ?? NaN)
    ? { dims, type, content }
    : null
}

const readTensor = (bytes: Uint8Array, tensor: Field): TensorValues | null => {
  const place = placeOf(bytes, tensor)
  // A copy: what lies in the file begins anywhere, and numbers of four bytes may not.
  const values = place && fromBytes(bytes.slice(place.content.start, place.content.end), place.type)
  return values && { dims: place.dims, values }
}

/** A constant of one number as often as its shape says: what benches have in place of weights. */
export interface FilledTensor {
  readonly dims: readonly number[]
  readonly number: number
}

const filled = (
  { bytes, initializers }: OnnxStructure,
  { inputs, attributes }: GraphNode,
  integers: (name: string) => readonly number[],
): FilledTensor | null => {
  const value = attributes.get('value')?.tensor
  const one = value ? readTensor(bytes, value) : null
  const dims = initializers.has(inputs[0] ?? '') ? integers(inputs[0] ?? '') : []
  return one && dims.length > 0 ? { dims, number: one.values[0] ?? 0 } : null
}

const fill = (made: FilledTensor | null): TensorValues | null => {
  const count = made?.dims.reduce((product, length) => product * length, 1) ?? 0
  return made && { dims: made.dims, values: new Float32Array(count).fill(made.number) }
}

/** What a graph's constants are, by their names. */
export interface ConstantReader {
  /** In single precision, whatever they are written in (32 and 16 bits, whole numbers of 8). */
  values(name: string): TensorValues | null
  /** Where they lie, so that some can be read without the others; `null` where they are made and lie nowhere. */
  place(name: string): TensorPlace | null
  /** What one number is repeated for; `null` for any other. */
  filled(name: string): FilledTensor | null
}

/** Where a constant is written, or what makes it, by its name or that of what only hands it on. */
export const constantFinder = (graph: OnnxStructure) => {
  const producers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)),
  )
  const find = (
    name: string,
  ): { readonly name: string; readonly tensor: Field | null; readonly node: GraphNode | undefined } => {
    const own = graph.initializers.get(name)
    const node = producers.get(name)
    if (!own && (node?.op === 'Identity' || node?.op === 'Cast')) return find(node.inputs[0] ?? '')
    const value = node?.op === 'Constant' ? node.attributes.get('value')?.tensor : null
    return { name, tensor: own ?? value ?? null, node }
  }
  return find
}

/** Reads a graph's constants. `null` is what is no such constant, or lies in another file. */
export const readConstants = (
  graph: OnnxStructure,
  integers: (name: string) => readonly number[],
): ConstantReader => {
  const find = constantFinder(graph)
  const filledBy = (node: GraphNode | undefined): FilledTensor | null =>
    node?.op === 'ConstantOfShape' ? filled(graph, node, integers) : null
  return {
    values: (name) => {
      const { tensor, node } = find(name)
      return tensor ? readTensor(graph.bytes, tensor) : fill(filledBy(node))
    },
    filled: (name) => filledBy(find(name).node),
    place: (name) => {
      const { tensor } = find(name)
      return tensor && placeOf(graph.bytes, tensor)
    },
  }
}
