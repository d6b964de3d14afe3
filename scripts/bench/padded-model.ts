import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedBytes } from '../../src/testing/store/generated-bytes.ts'
import type { HubFile } from '../hosts/hub/hub-handler.ts'

/** What the q8 files of `Xenova/clip-vit-base-patch32` have, in bytes (`tree/main/onnx` of the hub). */
const SIZES = { vision: 89_100_000, text: 64_500_000 }

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]

/** A field of protobuf whose content has a length. */
const field = (number: number, content: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.from([...varint(number * 8 + 2), ...varint(content.length)]), content])

const text = (value: string) => new TextEncoder().encode(value)

/**
 * A graph of about `size` bytes that does the same: weights that no node uses come after it. Messages of protobuf merge
 * when they stand one behind the other, so this is one graph with one more initializer (`onnx.proto`: ModelProto.graph
 * is field 7, GraphProto.initializer 5; of a TensorProto dims 1, data_type 2, name 8, raw_data 9).
 */
const pad = (graph: Uint8Array, size: number): Uint8Array => {
  const unused = generatedBytes(1, size - graph.length)
  const tensor = Buffer.concat([
    Uint8Array.from([...varint(8), ...varint(unused.length), ...varint(16), 2]),
    field(8, text('unused')),
    field(9, unused),
  ])
  return Buffer.concat([graph, field(7, field(5, tensor))])
}

/**
 * A pair of towers with the sizes of CLIP ViT-B/32's q8 files, as a repository whose graphs lie in `folder`.
 * @param files of a repository; of its graphs those at `suffix` are taken, as q8.
 */
export const padModel = (
  files: ReadonlyMap<string, HubFile>,
  suffix: '' | '_quantized',
  folder: string,
): ReadonlyMap<string, HubFile> => {
  const padded = new Map([...files].filter(([name]) => !name.startsWith('onnx/')))
  for (const tower of ['vision', 'text'] as const) {
    const file = files.get(`onnx/${tower}_model${suffix}.onnx`)
    if (file === undefined || typeof file === 'string' || !('onDisk' in file))
      throw new Error(`The ${tower} tower is not on disk.`)
    const name = `onnx/${tower}_model_quantized.onnx`
    const onDisk = path.join(folder, name)
    mkdirSync(path.dirname(onDisk), { recursive: true })
    writeFileSync(onDisk, pad(readFileSync(file.onDisk), SIZES[tower]))
    padded.set(name, { onDisk })
  }
  return padded
}
