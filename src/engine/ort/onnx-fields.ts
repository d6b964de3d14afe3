/**
 * Reads ONNX files without decoding their weights: just enough of protobuf to walk over the messages of
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */

/** Numbers of the fields that are read. */
const MODEL = { graph: 7 } as const
const GRAPH = { initializer: 5 } as const
const TENSOR = { externalData: 13 } as const
const ENTRY = { key: 1, value: 2 } as const

/** Protobuf's ways to write a value. */
const WIRE = { varint: 0, fixed64: 1, length: 2, fixed32: 5 } as const

/** A field with a length: where its content lies. */
interface Field {
  readonly number: number
  readonly start: number
  readonly end: number
}

/** A number of seven bits a byte, lowest first, and where the next thing begins. */
const readVarint = (bytes: Uint8Array, start: number): readonly [value: number, next: number] => {
  let value = 0
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - start))
    if (byte < 0x80) return [value, at + 1]
  }
  return [value, bytes.length]
}

/** The fields of a message that have a length. Ends early where the bytes are no message. */
const lengthFields = function* (bytes: Uint8Array, start: number, end: number): Generator<Field> {
  let at = start
  while (at < end) {
    const [tag, content] = readVarint(bytes, at)
    const [value, next] = readVarint(bytes, content)
    switch (tag & 7) {
      case WIRE.varint:
        at = next
        break
      case WIRE.fixed64:
        at = content + 8
        break
      case WIRE.fixed32:
        at = content + 4
        break
      case WIRE.length:
        at = next + value
        if (at > end) return
        yield { number: Math.floor(tag / 8), start: next, end: at }
        break
      default:
        return
    }
  }
}

/** Where the values of a weight lie that are in another file, as the graph writes it down: `location`, `length`. */
export type ExternalPlace = ReadonlyMap<string, string>

/** A weight of a graph. */
export interface GraphWeight {
  /** Bytes that it takes in the graph's own file, its name included. */
  readonly inline: number
  /** `null` where its values are in that file as well. */
  readonly external: ExternalPlace | null
}

const decoder = new TextDecoder()

const readWeight = (bytes: Uint8Array, { start, end }: Field): GraphWeight => {
  const external = new Map<string, string>()
  for (const field of lengthFields(bytes, start, end)) {
    if (field.number !== TENSOR.externalData) continue
    let key = ''
    let value = ''
    for (const part of lengthFields(bytes, field.start, field.end)) {
      const text = decoder.decode(bytes.subarray(part.start, part.end))
      if (part.number === ENTRY.key) key = text
      if (part.number === ENTRY.value) value = text
    }
    external.set(key, value)
  }
  return { inline: end - start, external: external.size > 0 ? external : null }
}

/** The weights of a graph, in order; none of what is no ONNX file. */
export const graphWeights = function* (graph: Uint8Array): Generator<GraphWeight> {
  for (const model of lengthFields(graph, 0, graph.length)) {
    if (model.number !== MODEL.graph) continue
    for (const field of lengthFields(graph, model.start, model.end))
      if (field.number === GRAPH.initializer) yield readWeight(graph, field)
  }
}
