/**
 * Reads sizes out of ONNX files: just enough of protobuf to walk over `ModelProto.graph` (7) and
 * `GraphProto.initializer` (5) of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
const GRAPH = 7
const INITIALIZER = 5

/** Protobuf's ways to write a value. */
const WIRE = { varint: 0, fixed64: 1, length: 2, fixed32: 5 } as const

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

/**
 * Bytes of the largest weight of a graph, within the few that its name takes; 0 for what is no ONNX file. A weight
 * goes to a graphics card in one buffer, whose size is limited.
 */
export const largestInitializer = (graph: Uint8Array): number => {
  let largest = 0
  for (const model of lengthFields(graph, 0, graph.length)) {
    if (model.number !== GRAPH) continue
    for (const { number, start, end } of lengthFields(graph, model.start, model.end))
      if (number === INITIALIZER) largest = Math.max(largest, end - start)
  }
  return largest
}
