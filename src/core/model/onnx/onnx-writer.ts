import { bytesField, concatenate, integerField, message, type Part, textField } from './write-protobuf'

/**
 * Writes ONNX files: just enough of the format (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto) for
 * graphs of a few nodes with float weights. Numbers below are that file's field numbers.
 */

/** One operator. Outputs are named; an input is another node's output, a graph input or an initializer. */
export interface OnnxNode {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Attributes; only whole numbers and lists of them are needed so far. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}

/** A constant, row by row. */
export interface OnnxInitializer {
  readonly name: string
  readonly dims: readonly number[]
  readonly values: Float32Array | BigInt64Array | Uint8Array
}

/** What goes in or out. A dimension that is a word may have any length. */
export interface OnnxValue {
  readonly name: string
  readonly type: keyof typeof DATA_TYPES
  readonly dims: readonly (number | string)[]
}

/** A whole model. */
export interface OnnxGraph {
  readonly name: string
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
  readonly initializers: readonly OnnxInitializer[]
  readonly nodes: readonly OnnxNode[]
}

/** `onnx.TensorProto.DataType` */
export const DATA_TYPES = { float32: 1, uint8: 2, int32: 6, int64: 7, float16: 10 } as const
/** `onnx.AttributeProto.AttributeType` */
const ATTRIBUTE_TYPES = { int: 2, ints: 7 } as const
const IR_VERSION = 8
const OPSET = 17

const dimension = (dim: number | string): Part =>
  message(1, typeof dim === 'number' ? integerField(1, dim) : textField(2, dim))

const valueField = (field: number, { name, type, dims }: OnnxValue): Part => {
  const shape = message(2, ...dims.map(dimension))
  return message(field, textField(1, name), message(2, message(1, integerField(1, DATA_TYPES[type]), shape)))
}

/** Where an initializer's values are written: in the graph, or in a file beside it. */
type WriteValues = (values: Uint8Array, isWeight: boolean) => readonly Part[]

const writeInline: WriteValues = (values) => [bytesField(9, values)]

const dataTypeOf = (values: OnnxInitializer['values']): number => {
  if (values instanceof Float32Array) return DATA_TYPES.float32
  return values instanceof Uint8Array ? DATA_TYPES.uint8 : DATA_TYPES.int64
}

/** A constant, as a field of a graph. */
export const initializerField = (
  { name, dims, values }: OnnxInitializer,
  write: WriteValues = writeInline,
): Part => {
  const isWeight = values instanceof Float32Array
  return message(
    5,
    ...dims.map((dim) => integerField(1, dim)),
    integerField(2, dataTypeOf(values)),
    textField(8, name),
    ...write(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), isWeight),
  )
}

const attributeField = ([name, value]: readonly [string, number | readonly number[]]): Part =>
  typeof value === 'number'
    ? message(5, textField(1, name), integerField(3, value), integerField(20, ATTRIBUTE_TYPES.int))
    : message(
        5,
        textField(1, name),
        ...value.map((item) => integerField(8, item)),
        integerField(20, ATTRIBUTE_TYPES.ints),
      )

/** A node, as a field of a graph. */
export const nodeField = ({ op, inputs, outputs, attributes = {} }: OnnxNode): Part =>
  message(
    1,
    ...inputs.map((name) => textField(1, name)),
    ...outputs.map((name) => textField(2, name)),
    textField(4, op),
    ...Object.entries(attributes).map(attributeField),
  )

const graphBytes = (graph: OnnxGraph, write: WriteValues): Uint8Array<ArrayBuffer> =>
  concatenate([
    integerField(1, IR_VERSION),
    textField(2, 'taglens'),
    message(
      7,
      ...graph.nodes.map(nodeField),
      textField(2, graph.name),
      ...graph.initializers.map((initializer) => initializerField(initializer, write)),
      ...graph.inputs.map((value) => valueField(11, value)),
      ...graph.outputs.map((value) => valueField(12, value)),
    ),
    message(8, integerField(2, OPSET)),
  ])

/** Encodes a graph as the bytes of an `.onnx` file. */
export const writeOnnx = (graph: OnnxGraph): Uint8Array<ArrayBuffer> => graphBytes(graph, writeInline)

/** A graph, and the files that its weights are in. */
export interface GraphApart {
  readonly graph: Uint8Array<ArrayBuffer>
  readonly data: readonly Uint8Array<ArrayBuffer>[]
}

/**
 * Encodes a graph whose float weights lie in files beside it, one after the other in turn.
 * @param locations what the graph calls those files.
 */
export const writeOnnxApart = (graph: OnnxGraph, locations: readonly string[]): GraphApart => {
  const data = locations.map((): Uint8Array[] => [])
  let count = 0
  const entry = (key: string, value: string): Part => message(13, textField(1, key), textField(2, value))
  const bytes = graphBytes(graph, (values, isWeight) => {
    const index = count % locations.length
    const [location, parts] = [locations[index], data[index]]
    // Shapes and axes stay, as exporters leave them: they are read before any file is.
    if (!isWeight || location === undefined || !parts) return writeInline(values, isWeight)
    count += 1
    const offset = parts.reduce((sum, part) => sum + part.length, 0)
    parts.push(values)
    const external = integerField(14, 1)
    return [
      entry('location', location),
      entry('offset', String(offset)),
      entry('length', String(values.length)),
      external,
    ]
  })
  return { graph: bytes, data: data.map(concatenate) }
}
