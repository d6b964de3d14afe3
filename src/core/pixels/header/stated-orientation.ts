import { type Orientation, orientationFromExif } from '../turn-upright'
import type { ImageFormat } from './image-header'
import { readTiffOrientation, readTiffStart } from './tiff-directory'

/** A chunk of EXIF in a file: where it begins, its head included, where its content lies, and where it ends. */
interface ExifChunk {
  readonly start: number
  readonly content: number
  readonly end: number
}

const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))

/** A directory of 5,000 entries; real ones have some tens. */
const DIRECTORY_BYTES = 64 * 1024

const orientationOf = (bytes: Uint8Array, view: DataView, { content, end }: ExifChunk): Orientation => {
  // Some writers put the head of JPEG's segment before it.
  const tiff = bytes.subarray(textAt(view, content) === 'Exif' ? content + 6 : content, end)
  const start = readTiffStart(tiff)
  if (!start) return orientationFromExif(1)
  const directory = tiff.subarray(start.directoryAt, start.directoryAt + DIRECTORY_BYTES)
  return orientationFromExif(readTiffOrientation(directory, start))
}

/** All of a PNG, wherever in it: Pillow reads those behind the pixels too. */
function* pngChunks(view: DataView): Generator<ExifChunk> {
  for (let at = 8; at + 12 <= view.byteLength;) {
    const type = textAt(view, at + 4)
    const end = at + 12 + view.getUint32(at)
    if (type === 'IEND') return
    if (type === 'eXIf') yield { start: at, content: at + 8, end }
    at = end
  }
}

/** Where the extended header of a WebP says what else is in the file, and by which bit that there is EXIF. */
const WEBP_FLAGS = 20
const WEBP_EXIF = 0x08

/** Whether a WebP's extended header announces EXIF; without that libwebp, and so Pillow, sees none. */
const announcesExif = (view: DataView): boolean =>
  view.byteLength > WEBP_FLAGS && textAt(view, 12) === 'VP8X' && (view.getUint8(WEBP_FLAGS) & WEBP_EXIF) !== 0

/** Of a WebP whose extended header announces it. */
function* webpChunks(view: DataView): Generator<ExifChunk> {
  if (!announcesExif(view)) return
  for (let at = 12; at + 8 <= view.byteLength;) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length & 1)
    if (textAt(view, at) === 'EXIF') yield { start: at, content: at + 8, end }
    at = end
  }
}

/** How a file is to be turned, and the same file in parts without saying so. */
export interface StatedOrientation {
  readonly orientation: Orientation
  /** Ranges of the file, the last to its end, and bytes in place of others: some browsers would turn it as well. */
  readonly parts: readonly (readonly [start: number, end: number] | Uint8Array<ArrayBuffer>)[]
}

/** Cuts chunks out of a PNG, which needs no list of them. */
const withoutChunks = (chunks: readonly ExifChunk[]): StatedOrientation['parts'] => {
  const starts = [0, ...chunks.map(({ end }) => end)]
  return starts.map((start, i) => [start, chunks[i]?.start ?? Infinity] as const)
}

/** Takes a WebP's announcement away, and with it all that decoders look at. */
const withoutAnnouncement = (view: DataView): StatedOrientation['parts'] => [
  [0, WEBP_FLAGS],
  Uint8Array.of(view.getUint8(WEBP_FLAGS) & ~WEBP_EXIF),
  [WEBP_FLAGS + 1, Infinity],
]

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * Whether `readStatedOrientation` may find one in a file that begins so: a PNG may say it anywhere, a WebP announces it.
 * @param start the first 32 bytes of the file or more
 */
export const mayStateOrientation = (start: Uint8Array, format: ImageFormat): boolean =>
  format === 'PNG' || (format === 'WebP' && announcesExif(viewOf(start)))

/**
 * Reads the EXIF orientation of a PNG or WebP as Pillow's `exif_transpose` does: browsers turn JPEGs, but of these
 * some turn one, some none. `null` where the file is upright or of another format. Never throws. What only XMP or
 * ImageMagick's text chunks say is not read.
 * @param bytes the file from its beginning, as far as it is to be searched
 */
export const readStatedOrientation = (bytes: Uint8Array, format: ImageFormat): StatedOrientation | null => {
  const view = viewOf(bytes)
  try {
    const chunks = [...(format === 'PNG' ? pngChunks(view) : format === 'WebP' ? webpChunks(view) : [])]
    // Pillow keeps the last of a PNG; a WebP has one.
    const last = chunks.at(-1)
    if (!last) return null
    const orientation = orientationOf(bytes, view, last)
    if (orientation.rotation === 0 && !orientation.flip) return null
    return { orientation, parts: format === 'PNG' ? withoutChunks(chunks) : withoutAnnouncement(view) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
