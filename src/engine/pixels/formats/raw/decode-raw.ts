import { findLargestJpeg } from '../../../../core/pixels/header/embedded-jpeg'
import { readTiffOrientation, readTiffStart } from '../../../../core/pixels/header/tiff-directory'
import type { DecodeFormat } from '../format-decoder'

/** Where Canon's CR3 keeps the directory that a TIFF begins with: a box of this type in the first kilobytes. */
const CR3_DIRECTORY = 'CMT1'
const cr3Window = 64 * 1024

/** Where the part that is laid out as a TIFF begins: with the file, save in a CR3. */
const tiffPart = (bytes: Uint8Array): Uint8Array => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, cr3Window))
  const at = start.startsWith('ftypcrx', 4) ? start.indexOf(CR3_DIRECTORY) : -CR3_DIRECTORY.length
  return bytes.subarray(at + CR3_DIRECTORY.length)
}

/** How the file says that its picture is turned, as EXIF's number. */
const orientationOf = (bytes: Uint8Array): number => {
  const tiff = tiffPart(bytes)
  const start = readTiffStart(tiff)
  return start ? readTiffOrientation(tiff.subarray(start.directoryAt), start) : 1
}

/** The segment of a JPEG that says how it is turned: EXIF with one entry. */
const exifSegment = (orientation: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(
    ...[0xff, 0xe1, 0, 34],
    ...[0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  )

/**
 * A camera's raw file by the JPEG that the camera put in it, which is what its screen shows: developed as the
 * photographer saw it, often at full size. What the sensor saw is not developed here. Cameras keep that JPEG as the
 * sensor lies, and say beside it how it is turned.
 */
export const decodeRaw: DecodeFormat = async (file) => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const jpeg = findLargestJpeg(bytes)
  if (!jpeg) return { kind: 'refused', problem: 'no-preview' }
  const orientation = orientationOf(bytes)
  const picture =
    jpeg.hasExif || orientation === 1
      ? file.slice(jpeg.start)
      : new Blob([
          bytes.subarray(jpeg.start, jpeg.start + 2),
          exifSegment(orientation),
          file.slice(jpeg.start + 2),
        ])
  return { kind: 'picture', picture }
}
