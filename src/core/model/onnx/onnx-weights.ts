import { type Field, fieldsOf, fieldsOfFile, textOf } from './protobuf'

/** Numbers of the fields of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto that are read. */
const MODEL = { graph: 7 } as const
const GRAPH = { initializer: 5 } as const
const TENSOR = { externalData: 13 } as const
const ENTRY = { key: 1, value: 2 } as const

/** Where the values of a weight lie that are in another file, as the graph writes it down: `location`, `length`. */
export type ExternalPlace = ReadonlyMap<string, string>

/** A weight of a graph. */
export interface GraphWeight {
  /** Bytes that it takes in the graph's own file, its name included. */
  readonly inline: number
  /** `null` where its values are in that file as well. */
  readonly external: ExternalPlace | null
}

/** A path may have letters of any language. */
const pathOf = (bytes: Uint8Array, field: Field): string => {
  const text = textOf(bytes, field)
  try {
    return decodeURIComponent(
      text.replace(/[^ -$&-~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`),
    )
  } catch {
    return text
  }
}

const readWeight = (bytes: Uint8Array, weight: Field): GraphWeight => {
  const external = new Map<string, string>()
  for (const field of fieldsOf(bytes, weight)) {
    if (field.number !== TENSOR.externalData || !field.hasLength) continue
    let key = ''
    let value = ''
    for (const part of fieldsOf(bytes, field)) {
      if (part.number === ENTRY.key) key = textOf(bytes, part)
      if (part.number === ENTRY.value) value = pathOf(bytes, part)
    }
    external.set(key, value)
  }
  return { inline: weight.end - weight.start, external: external.size > 0 ? external : null }
}

/** The weights of a graph, in order, none of them decoded; none of what is no ONNX file. */
export const graphWeights = function* (graph: Uint8Array): Generator<GraphWeight> {
  for (const model of fieldsOfFile(graph)) {
    if (model.number !== MODEL.graph || !model.hasLength) continue
    for (const field of fieldsOf(graph, model))
      if (field.number === GRAPH.initializer && field.hasLength) yield readWeight(graph, field)
  }
}
