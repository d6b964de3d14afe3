import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { towerPath } from '../../../../src/core/model/files/tower-path.ts'
import { flowOf } from '../../../../src/core/model/onnx/graft/graph-flow.ts'
import { type OnnxStructure, readOnnx } from '../../../../src/core/model/onnx/onnx-graph.ts'
import { type Field, fieldsOf, fieldsOfFile } from '../../../../src/core/model/onnx/protobuf.ts'
import { type FilledTensor, INT8, readConstants } from '../../../../src/core/model/onnx/tensor-values.ts'
import {
  bytesField,
  concatenate,
  integerField,
  message,
  textField,
} from '../../../../src/core/model/onnx/write-protobuf.ts'
import { generatedBytes } from '../../../../src/testing/store/generated-bytes.ts'
import type { HubFile } from '../../../hosts/hub/hub-handler.ts'

/** `onnx.proto`: ModelProto.graph, GraphProto.node and initializer, and what a TensorProto has. */
const [GRAPH, NODE, INITIALIZER, FLOAT] = [7, 1, 5, 1]

/** Of a text of 77 tokens: none sees those behind it. */
const mask = (side: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: side ** 2 }, (_, i) => (i % side > Math.floor(i / side) ? -10_000 : 0))

/** Numbers of one byte, about 0. By a loop: `from` asks for each of a hundred million. */
const noise = (seed: number, count: number): Int8Array<ArrayBuffer> =>
  new Int8Array(generatedBytes(seed, count).buffer)

/** Numbers in place of one number: weights about a zero, tables about nothing; scales, zeros and biases stay what they are. */
const contentOf = ({ dims, number }: FilledTensor, isInteger: boolean, seed: number): Uint8Array => {
  const count = dims.reduce((product, length) => product * length, 1)
  const isList = dims.length === 1
  if (isInteger) {
    const values = isList ? new Int8Array(count).fill(number) : noise(seed, count)
    return new Uint8Array(values.buffer)
  }
  const isMask = dims.length === 2 && dims[0] === dims[1] && Math.abs(number) > 1e6
  if (isMask) return new Uint8Array(mask(dims[0] ?? 0).buffer)
  const values = new Float32Array(count).fill(number)
  if (!isList) noise(seed, count).forEach((byte, i) => (values[i] = (byte / 64) * number))
  return new Uint8Array(values.buffer)
}

const partsOf = (graph: OnnxStructure, of: Field): Uint8Array => {
  const constants = readConstants(graph, flowOf(graph).integers)
  const made = new Map(
    graph.nodes.flatMap((node) => {
      const name = node.outputs[0] ?? ''
      const filled = node.op === 'ConstantOfShape' ? constants.filled(name) : null
      return filled ? [[node.field.at, { name, filled }] as const] : []
    }),
  )
  const parts: Uint8Array[] = []
  let seed = 1
  for (const field of fieldsOf(graph.bytes, of)) {
    const found = field.number === NODE ? made.get(field.at) : undefined
    if (!found) {
      parts.push(graph.bytes.subarray(field.at, field.end))
      continue
    }
    const { name, filled } = found
    // Of the constants of these graphs those that are no floats end so: weights and zeros.
    const isInteger = /_(?:q|zp)$/.test(name)
    seed += 1
    parts.push(
      message(
        INITIALIZER,
        ...filled.dims.map((dim) => integerField(1, dim)),
        integerField(2, isInteger ? INT8 : FLOAT),
        textField(8, name),
        bytesField(9, contentOf(filled, isInteger, seed)),
      ),
    )
  }
  return concatenate(parts)
}

/** A file of a graph whose constants are one number each, with random ones in their place. */
const withRandomWeights = (bytes: Uint8Array): Uint8Array => {
  const graph = readOnnx(bytes)
  return concatenate(
    Array.from(fieldsOfFile(bytes), (field) =>
      field.number === GRAPH ? bytesField(GRAPH, partsOf(graph, field)) : bytes.subarray(field.at, field.end),
    ),
  )
}

/**
 * A model whose towers have random weights and the length of published ones, at q8; its graphs are written into `folder`. One
 * number throughout, as the fixtures have, says nothing of how far two executors are apart, and its file takes no time to read.
 */
export const randomModel = (
  files: ReadonlyMap<string, HubFile>,
  folder: string,
): ReadonlyMap<string, HubFile> => {
  const made = new Map([...files].filter(([name]) => !name.startsWith('onnx/')))
  for (const tower of ['vision', 'text'] as const) {
    const name = towerPath(tower, 'q8')
    const file = files.get(name)
    if (file === undefined || typeof file === 'string' || !('onDisk' in file))
      throw new Error(`The ${tower} tower is not on disk.`)
    const onDisk = path.join(folder, name)
    mkdirSync(path.dirname(onDisk), { recursive: true })
    writeFileSync(onDisk, withRandomWeights(new Uint8Array(readFileSync(file.onDisk))))
    made.set(name, { onDisk })
  }
  return made
}
