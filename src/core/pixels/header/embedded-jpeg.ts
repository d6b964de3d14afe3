import type { StatedSize } from './image-header'

/** A JPEG within another file. */
export interface EmbeddedJpeg extends StatedSize {
  /** Where it begins. */
  readonly start: number
  /** Whether it has EXIF data of its own, which say how it is turned. */
  readonly hasExif: boolean
}

/** Segments before the frame: cameras write a dozen at most. What has more is no JPEG, or is there to cost time. */
const mostSegments = 64

/** Beginnings that are followed to their frames; what a sensor saw holds a false one in 16 MB. */
const mostBeginnings = 10_000

/** Baseline, extended and progressive frames. Others, such as the lossless ones of raw data, no browser decodes. */
const isDecodedFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2

/** Segments that may stand before a frame: tables, restart intervals, applications' data, comments. */
const mayPrecedeFrame = (marker: number): boolean =>
  marker === 0xc4 ||
  marker === 0xdb ||
  marker === 0xdd ||
  (marker >= 0xe0 && marker <= 0xef) ||
  marker === 0xfe

/** Follows the segments from a beginning to the frame; `end` is where that stands. */
const readJpegAt = (view: DataView, start: number): (EmbeddedJpeg & { readonly end: number }) | undefined => {
  let at = start + 2
  let hasExif = false
  for (let segment = 0; segment < mostSegments && at + 10 <= view.byteLength; segment++) {
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    if (view.getUint8(at) !== 0xff || length < 2) return undefined
    if (isDecodedFrame(marker)) {
      const size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
      const isSound = view.getUint8(at + 4) === 8 && size.width > 0 && size.height > 0
      return isSound ? { start, end: at, hasExif, ...size } : undefined
    }
    if (!mayPrecedeFrame(marker)) return undefined
    // 'Exif'
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) hasExif = true
    at += 2 + length
  }
  return undefined
}

/** The size that a JPEG states which is a file by itself; none where it is no JPEG that browsers show. */
export const jpegFileSize = (bytes: Uint8Array): StatedSize | undefined => {
  const begins = bytes[0] === 0xff && bytes[1] === 0xd8
  return begins ? readJpegAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0) : undefined
}

/**
 * The largest JPEG within a file, by the sizes that their frames state. Cameras keep what their screens show in their
 * raw files so, each maker in another place; all are found by how a JPEG begins. Thumbnails in the EXIF data of a
 * JPEG are passed over with it. Takes time in proportion to the file: 50 MB in 60 ms.
 */
export const findLargestJpeg = (bytes: Uint8Array): EmbeddedJpeg | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let largest: EmbeddedJpeg | undefined
  let at = bytes.indexOf(0xff)
  for (let beginnings = 0; at >= 0 && beginnings < mostBeginnings;) {
    const begins = bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff
    if (begins) beginnings += 1
    const jpeg = begins ? readJpegAt(view, at) : undefined
    if (jpeg && (!largest || jpeg.width * jpeg.height > largest.width * largest.height)) largest = jpeg
    at = bytes.indexOf(0xff, jpeg ? jpeg.end : at + 1)
  }
  return (
    largest && {
      start: largest.start,
      width: largest.width,
      height: largest.height,
      hasExif: largest.hasExif,
    }
  )
}
