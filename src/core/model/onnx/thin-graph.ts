import { type OnnxStructure, readOnnx } from './onnx-graph'
import { type Field, fieldAt, LONGEST_HEAD } from './protobuf'
import { concatenate, message, type Part } from './write-protobuf'

/** The bytes of a file, wherever it lies. */
export interface FileBytes {
  readonly size: number
  /** A copy of the bytes from an address to another, both within the file. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A graph whose large constants stay in its file. */
export interface ThinGraph {
  /** Its large constants have no content. */
  readonly structure: OnnxStructure
  readonly file: FileBytes
  /** Where the content of a large constant lies in the file, by the constant's name. */
  readonly outside: ReadonlyMap<string, Pick<Field, 'start' | 'end'>>
}

/** A file that is in memory already. */
export const bytesInMemory = (bytes: Uint8Array): FileBytes => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
})

/** `onnx.ModelProto.graph`, `onnx.GraphProto.initializer`, and of `onnx.TensorProto`. */
const [GRAPH, INITIALIZER] = [7, 5]
const TENSOR = { floats: 4, name: 8, raw: 9 } as const

/** Bytes of a constant that are read with the graph: norms and biases are smaller, matrices larger. */
const LARGE = 16_384

/** Bytes that are read at a time on the way through a file. */
const WINDOW = 32_768

/** Reads what lies near what was read last from memory. */
const openWindow = ({ size, read }: FileBytes) => {
  let start = 0
  let bytes = new Uint8Array()
  return async (from: number, to: number): Promise<Uint8Array> => {
    if (from < start || to > start + bytes.length) {
      bytes = await read(from, Math.min(size, Math.max(to, from + WINDOW)))
      start = from
    }
    return bytes.subarray(from - start, to - start)
  }
}

type Window = ReturnType<typeof openWindow>

/** The fields of a message, as `fieldsOf` gives them of one in memory. */
const fieldsIn = async function* (
  window: Window,
  { start, end }: Pick<Field, 'start' | 'end'>,
): AsyncGenerator<Field> {
  for (let at = start; at < end;) {
    const field = fieldAt(await window(at, Math.min(at + LONGEST_HEAD, end)), at, end)
    if (!field) return
    yield field
    at = field.end
  }
}

/** A constant without its content, if it is large: what is left, its name, and where the content lies. */
const thinTensor = async (window: Window, tensor: Field) => {
  const parts: Part[] = []
  let name = ''
  let content: Field | null = null
  for await (const field of fieldsIn(window, tensor)) {
    const isContent = field.number === TENSOR.raw || field.number === TENSOR.floats
    if (isContent && field.end - field.start > LARGE) {
      content = field
      continue
    }
    const part = (await window(field.at, field.end)).slice()
    parts.push(part)
    // Letter by letter, as names are read everywhere.
    if (field.number === TENSOR.name) name = String.fromCharCode(...part.subarray(field.start - field.at))
  }
  return { part: message(INITIALIZER, ...parts), name, content }
}

/**
 * Reads what a graph computes, and passes over its weights: of a file of hundreds of megabytes one or two are read. Without a node
 * where the file is no graph.
 */
export const readThinGraph = async (file: FileBytes): Promise<ThinGraph> => {
  const window = openWindow(file)
  const parts: Part[] = []
  const outside = new Map<string, Field>()
  for await (const model of fieldsIn(window, { start: 0, end: file.size })) {
    if (model.number !== GRAPH || !model.hasLength) continue
    for await (const field of fieldsIn(window, model)) {
      if (field.number !== INITIALIZER || field.end - field.start <= LARGE) {
        parts.push((await window(field.at, field.end)).slice())
        continue
      }
      const { part, name, content } = await thinTensor(window, field)
      parts.push(part)
      if (content) outside.set(name, content)
    }
  }
  return { structure: readOnnx(message(GRAPH, concatenate(parts))), file, outside }
}
