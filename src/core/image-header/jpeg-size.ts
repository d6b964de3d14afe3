import type { SizeReader } from './image-header'

/** Start of frame in any coding: C0 to CF without the tables (C4, CC) and the reserved C8. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Markers without a length: fill, escapes, restarts, start of image. */
const standsAlone = (marker: number): boolean =>
  marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0xff

/**
 * JPEG: walks from segment to segment to the frame header. Colour profiles, previews and maker notes may put
 * it megabytes behind the start. Junk between segments is skipped, as decoders do.
 */
export const jpegSize: SizeReader = (view) => {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1
      continue
    }
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // The scan or the end of the image came first: there is no frame.
    if (marker === 0xda || marker === 0xd9) return undefined
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}
