import { type Field, fieldsOf, fieldsOfFile, integersOf, textOf } from './protobuf'

/** Numbers of the fields of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto that are read. */
const MODEL = { graph: 7 } as const
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12 } as const
const NODE = { input: 1, output: 2, op: 4, attribute: 5 } as const
const ATTRIBUTE = { name: 1, integer: 3, tensor: 5, integers: 8 } as const
const TENSOR = { dims: 1, type: 2, int64: 7, name: 8, raw: 9 } as const
const VALUE = { name: 1, type: 2 } as const
/** `onnx.TensorProto.DataType` */
const INT64 = 7
/** `type` of a value, `tensor_type` of a type and `elem_type` of a tensor's type. */
const TYPE = { tensor: 1, element: 1 } as const

/** What a node is told beside its inputs, as far as it is read. */
export interface Attribute {
  /** A whole number, or several. */
  readonly integers: readonly number[]
  readonly tensor: Field | null
}

/** An operator of a graph. */
export interface GraphNode {
  readonly op: string
  /** An empty name is an input that is left out. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: ReadonlyMap<string, Attribute>
  /** Its own bytes, by which it can be written again with other inputs. */
  readonly field: Field
}

/** What a graph computes, without its weights. */
export interface OnnxStructure {
  readonly bytes: Uint8Array
  /** Each after those whose outputs it takes, as ONNX demands. */
  readonly nodes: readonly GraphNode[]
  /** Constants, by name. */
  readonly initializers: ReadonlyMap<string, Field>
  /** What is fed, constants excluded. */
  readonly inputs: readonly string[]
  /** Type of each output's numbers by its name, as `onnx.TensorProto.DataType`. */
  readonly outputs: ReadonlyMap<string, number>
}

const lengthFields = function* (bytes: Uint8Array, of: Field): Generator<Field> {
  for (const field of fieldsOf(bytes, of)) if (field.hasLength) yield field
}

const nameOf = (bytes: Uint8Array, of: Field, number: number): string => {
  for (const field of lengthFields(bytes, of)) if (field.number === number) return textOf(bytes, field)
  return ''
}

const readAttribute = (bytes: Uint8Array, of: Field): readonly [name: string, Attribute] => {
  const integers: number[] = []
  let name = ''
  let tensor: Field | null = null
  for (const field of fieldsOf(bytes, of)) {
    if (field.number === ATTRIBUTE.name) name = textOf(bytes, field)
    if (field.number === ATTRIBUTE.tensor) tensor = field
    if (field.number === ATTRIBUTE.integer || field.number === ATTRIBUTE.integers)
      integers.push(...integersOf(bytes, field))
  }
  return [name, { integers, tensor }]
}

const readNode = (bytes: Uint8Array, field: Field): GraphNode => {
  const inputs: string[] = []
  const outputs: string[] = []
  const attributes = new Map<string, Attribute>()
  let op = ''
  for (const part of lengthFields(bytes, field)) {
    if (part.number === NODE.input) inputs.push(textOf(bytes, part))
    if (part.number === NODE.output) outputs.push(textOf(bytes, part))
    if (part.number === NODE.op) op = textOf(bytes, part)
    if (part.number === NODE.attribute) attributes.set(...readAttribute(bytes, part))
  }
  return { op, inputs, outputs, attributes, field }
}

const elementOf = (bytes: Uint8Array, value: Field): number => {
  for (const type of lengthFields(bytes, value)) {
    if (type.number !== VALUE.type) continue
    for (const tensor of lengthFields(bytes, type)) {
      if (tensor.number !== TYPE.tensor) continue
      for (const field of fieldsOf(bytes, tensor))
        if (field.number === TYPE.element) return integersOf(bytes, field)[0] ?? 0
    }
  }
  return 0
}

/** Reads what a graph computes; without a node where the bytes are no ONNX file. */
export const readOnnx = (bytes: Uint8Array): OnnxStructure => {
  const nodes: GraphNode[] = []
  const initializers = new Map<string, Field>()
  const fed: string[] = []
  const outputs = new Map<string, number>()
  for (const model of fieldsOfFile(bytes)) {
    if (model.number !== MODEL.graph || !model.hasLength) continue
    for (const field of lengthFields(bytes, model)) {
      if (field.number === GRAPH.node) nodes.push(readNode(bytes, field))
      if (field.number === GRAPH.initializer) initializers.set(nameOf(bytes, field, TENSOR.name), field)
      if (field.number === GRAPH.input) fed.push(nameOf(bytes, field, VALUE.name))
      if (field.number === GRAPH.output)
        outputs.set(nameOf(bytes, field, VALUE.name), elementOf(bytes, field))
    }
  }
  return { bytes, nodes, initializers, inputs: fed.filter((name) => !initializers.has(name)), outputs }
}

/** How many numbers a constant holds. */
export const tensorSize = (bytes: Uint8Array, tensor: Field): number => {
  let size = 1
  for (const field of fieldsOf(bytes, tensor))
    if (field.number === TENSOR.dims) for (const length of integersOf(bytes, field)) size *= length
  return size
}

/** The whole numbers that a constant of 64 bits holds; none where it holds another kind. */
export const tensorIntegers = (bytes: Uint8Array, tensor: Field): readonly number[] => {
  const numbers: number[] = []
  for (const field of fieldsOf(bytes, tensor)) {
    if (field.number === TENSOR.type && integersOf(bytes, field)[0] !== INT64) return []
    if (field.number === TENSOR.int64) numbers.push(...integersOf(bytes, field))
    if (field.number !== TENSOR.raw) continue
    const view = new DataView(bytes.buffer, bytes.byteOffset + field.start, field.end - field.start)
    for (let at = 0; at + 8 <= view.byteLength; at += 8) numbers.push(Number(view.getBigInt64(at, true)))
  }
  return numbers
}
