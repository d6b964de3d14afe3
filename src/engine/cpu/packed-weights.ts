import { firstPlace } from './kernel-places'
import type { TransformerKernel } from './transformer-kernel'

/**
 * [Note: packed weights] A tower's weights as they lie in a kernel's memory, with what says where each lies, as one file. A
 * later visit reads that file straight into memory: no graph is read, and no number is rounded again.
 *
 * Four whole numbers of 32 bits (what the file is, what wrote it, the sum of all that follows, the length of the text), JSON,
 * and the bytes of the memory. A file of another kernel or layout, one that was cut off and one that has rotted are not taken:
 * the graph is read instead, and packed again.
 */

/** Grows with each change of what is packed, or how. */
const LAYOUT = 1

/** "TLpw" in the order of bytes of every processor that runs this. */
const MAGIC = 0x77704c54

const HEAD = 16

/** Bytes that are read at a time, at most: beside the weights no more than that is in memory. */
const PIECE = 2 ** 20

/** More than any tower is described by. */
const LONGEST_TEXT = 2 ** 22

/** A number for words in their order; what rots or is cut off has another, as good as always. */
const sumWords = (words: Int32Array, from: number): number => {
  let sum = from
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- which takes ten times as long: of forty million words a second
  for (let i = 0; i < words.length; i += 1) sum = (Math.imul(sum, 31) + (words[i] ?? 0)) | 0
  return sum
}

/** Tells one kernel's code from another's: it has its own first address, and may want its own order of weights. */
export const codeOf = (module: Uint8Array): number => sumWords(Int32Array.from(module), LAYOUT)

/** The text of such a file. */
interface Written {
  /** What a tower is, by numbers and addresses. */
  readonly placed: unknown
  /** Bytes of memory. */
  readonly size: number
}

/**
 * Packs what lies in a kernel's memory.
 * @param placed what says where; plain JSON
 * @param end behind the last weight
 */
export const packWeights = (
  { memory, heapBase }: Pick<TransformerKernel, 'memory' | 'heapBase'>,
  code: number,
  placed: unknown,
  end: number,
): Blob => {
  const from = firstPlace({ heapBase })
  const written: Written = { placed, size: end - from }
  const text = JSON.stringify(written)
  // To a multiple of four bytes; spaces are nothing to JSON.
  const json = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil(json.length / 4) * 4).fill(32)
  padded.set(json)
  const image = new Uint8Array(memory.buffer, from, end - from)
  const sum = sumWords(
    new Int32Array(memory.buffer, from, (end - from) / 4),
    sumWords(new Int32Array(padded.buffer), 0),
  )
  return new Blob([Int32Array.of(MAGIC, code, sum, padded.length), padded, image])
}

/**
 * Reads a blob into memory, piece by piece through one buffer. Without such a stream (Safari before 26) each piece is a buffer of
 * its own, which a browser may keep until it next looks for what is not needed.
 * @returns whether all of it came
 */
const readInto = async (
  blob: Blob,
  { memory }: Pick<TransformerKernel, 'memory'>,
  begin: number,
): Promise<boolean> => {
  let at = begin
  const put = (piece: Uint8Array) => {
    new Uint8Array(memory.buffer, at, piece.length).set(piece)
    at += piece.length
  }
  const reader = byteReader(blob)
  if (!reader) {
    for (let from = 0; from < blob.size; from += PIECE)
      put(new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer()))
    return at - begin === blob.size
  }
  let buffer = new Uint8Array(PIECE)
  for (;;) {
    const { value, done } = await reader.read(buffer)
    if (done) return at - begin === blob.size
    put(value)
    buffer = new Uint8Array(value.buffer)
  }
}

/** A reader that fills a buffer of ours. */
const byteReader = (blob: Blob): ReadableStreamBYOBReader | null => {
  try {
    return blob.stream().getReader({ mode: 'byob' })
  } catch {
    return null
  }
}

const readWords = async (blob: Blob, from: number, to: number): Promise<Int32Array<ArrayBuffer>> =>
  new Int32Array(await blob.slice(from, to).arrayBuffer())

/**
 * Reads packed weights into a kernel's memory.
 * @returns what says where they lie, and the end of the last one; `null` where they are not of this kernel, or not whole
 */
export const unpackWeights = async (
  kernel: Pick<TransformerKernel, 'memory' | 'heapBase'>,
  code: number,
  blob: Blob,
): Promise<{ readonly placed: unknown; readonly end: number } | null> => {
  try {
    if (blob.size < HEAD) return null
    const [magic, by, expected, length = 0] = await readWords(blob, 0, HEAD)
    const size = blob.size - HEAD - length
    const isWhole = length > 0 && length <= LONGEST_TEXT && length % 4 === 0 && size >= 0 && size % 4 === 0
    if (magic !== MAGIC || by !== code || !isWhole) return null
    const text = await readWords(blob, HEAD, HEAD + length)
    const begin = firstPlace(kernel)
    const missing = begin + size - kernel.memory.buffer.byteLength
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536))
    if (!(await readInto(blob.slice(HEAD + length), kernel, begin))) return null
    const image = new Int32Array(kernel.memory.buffer, begin, size / 4)
    if (sumWords(image, sumWords(text, 0)) !== expected) return null
    // Written by this very code, as its sum says.
    const written = JSON.parse(new TextDecoder().decode(text)) as Written
    return written.size === size ? { placed: written.placed, end: begin + size } : null
  } catch (error) {
    // The file behind it was deleted meanwhile: by another tab, or with the site's data.
    if (error instanceof DOMException) return null
    throw error
  }
}
