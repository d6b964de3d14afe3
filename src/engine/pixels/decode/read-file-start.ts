import type { ImageFormat, ImageHeader } from '../../../core/pixels/header/image-header'
import { readImageHeader } from '../../../core/pixels/header/read-image-header'
import { mayStateOrientation, readStatedOrientation } from '../../../core/pixels/header/stated-orientation'
import { readTiffDirectory, readTiffStart } from '../../../core/pixels/header/tiff-directory'
import { type Orientation, upright } from '../../../core/pixels/turn-upright'

/** A header that states how large the picture is. */
export type PictureHeader = Extract<ImageHeader, { kind: 'sized' }>

/** Most headers end within the first kilobytes; a profile, a preview and maker notes may come to megabytes. */
const headerBytes = [256 * 1024, 16 * 1024 * 1024]

/** Of a directory that lies elsewhere. */
const directoryBytes = 64 * 1024

const bytesOf = async (blob: Blob, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.slice(start, start + length).arrayBuffer())

/**
 * What a file's header says, with as much of its beginning as was read for it.
 * @param whole all of the file, where it has been read.
 */
export const readHeader = async (
  blob: Blob,
  whole?: Uint8Array<ArrayBuffer>,
): Promise<{ readonly header: ImageHeader; readonly start: Uint8Array<ArrayBuffer> }> => {
  let header: ImageHeader = { kind: 'unsized', format: 'unknown' }
  let start = new Uint8Array()
  for (const length of headerBytes) {
    start = whole?.subarray(0, length) ?? (await bytesOf(blob, 0, length))
    header = readImageHeader(start)
    if (header.kind !== 'cut-off') break
    const tiff = header.at === undefined ? undefined : readTiffStart(start)
    if (tiff) {
      const directory = await bytesOf(blob, tiff.directoryAt, directoryBytes)
      return { header: readTiffDirectory(directory, tiff), start }
    }
    if (blob.size <= length) break
  }
  return { header, start }
}

/** A PNG or WebP is searched no further: what one says of its orientation is rarely behind that. */
const SEARCHED_BYTES = 64 * 1024 * 1024

/**
 * The file as its pixels are stored, and how they are to be turned, in formats that browsers do not turn alike.
 * @param start of the file, as far as it has been read
 */
export const readTurn = async (
  blob: Blob,
  format: ImageFormat,
  start: Uint8Array,
): Promise<{ readonly stored: Blob; readonly turn: Orientation }> => {
  if (!mayStateOrientation(start, format)) return { stored: blob, turn: upright }
  const isWhole = start.length >= blob.size
  // A file that cannot be read any more is left to the decoder, which says so.
  const bytes = isWhole ? start : await bytesOf(blob, 0, SEARCHED_BYTES).catch(() => undefined)
  const stated = bytes && readStatedOrientation(bytes, format)
  if (!stated) return { stored: blob, turn: upright }
  const parts = stated.parts.map((part) => (part instanceof Uint8Array ? part : blob.slice(...part)))
  return { stored: new Blob(parts), turn: stated.orientation }
}
