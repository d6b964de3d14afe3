import type { Bytes } from '../../brands'

const MEBIBYTE = 1024 * 1024

/** Of a listing, a commit or a manifest. A page of a thousand files of the hub has 300 kB. */
export const MOST_LISTING_BYTES = (16 * MEBIBYTE) as Bytes

/** Of a file that describes a model. The largest tokenizer in use, of 256,000 words, has 34 MB. */
export const MOST_TEXT_BYTES = (64 * MEBIBYTE) as Bytes

/** Of a graph: a message of protobuf, which ONNX is, ends at 2 GiB. */
export const MOST_GRAPH_BYTES = (2048 * MEBIBYTE) as Bytes

/** The most that a model's file may have, whatever its host says of it. */
export const mostFileBytes = (path: string): Bytes =>
  /\.(json|txt)$/i.test(path) ? MOST_TEXT_BYTES : MOST_GRAPH_BYTES

/** Megabytes, as they are said in an error. */
export const inMebibytes = (bytes: Bytes): number => Math.round(bytes / MEBIBYTE)
