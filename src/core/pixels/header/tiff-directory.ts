import type { ImageHeader } from './image-header'

/** How a TIFF is laid out, by its first 16 bytes. */
export interface TiffStart {
  readonly littleEndian: boolean
  /** BigTIFF: counts and offsets of 64 bits. */
  readonly big: boolean
  /** Where the first directory begins. */
  readonly directoryAt: number
}

/** Tags of TIFF 6.0 and DNG 1.4 that are read here; each is a single number. */
const tags = {
  subfileType: 254,
  width: 256,
  height: 257,
  compression: 259,
  photometric: 262,
  orientation: 274,
  subDirectories: 330,
  dngVersion: 50706,
} as const

/** Colours behind a sensor's filters, and what is made of them. */
const SENSOR_PHOTOMETRIC = [32803, 34892]
/** Sony's, Nikon's and Pentax's. */
const SENSOR_COMPRESSION = [32767, 34713, 65535]

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the pictures of a TIFF are described; undefined where this is none. */
export const readTiffStart = (bytes: Uint8Array): TiffStart | undefined => {
  if (bytes.length < 16) return undefined
  const view = viewOf(bytes)
  const littleEndian = view.getUint16(0) === 0x4949
  const big = view.getUint16(2, littleEndian) === 43
  const directoryAt = big ? Number(view.getBigUint64(8, littleEndian)) : view.getUint32(4, littleEndian)
  return directoryAt < 8 ? undefined : { littleEndian, big, directoryAt }
}

/** A number of one of TIFF's types: 16 bits, 64, or taken as 32. */
const numberAt = (view: DataView, at: number, type: number, littleEndian: boolean): number => {
  if (type === 3) return view.getUint16(at, littleEndian)
  return type === 16 ? Number(view.getBigUint64(at, littleEndian)) : view.getUint32(at, littleEndian)
}

/** An entry of a directory. */
interface TiffEntry {
  readonly tag: number
  readonly type: number
  /** How many values it has. */
  readonly count: number
  /** Where its value lies, or where that is said to lie. */
  readonly at: number
}

/** The entries of a directory; throws a `RangeError` where it is cut off. */
function* entriesOf(view: DataView, { littleEndian, big }: TiffStart): Generator<TiffEntry> {
  const number = (at: number, bytes: 2 | 4 | 8): number => {
    if (bytes === 2) return view.getUint16(at, littleEndian)
    return bytes === 4 ? view.getUint32(at, littleEndian) : Number(view.getBigUint64(at, littleEndian))
  }
  const [first, size, value] = big ? ([8, 20, 12] as const) : ([2, 12, 8] as const)
  const entries = number(0, big ? 8 : 2)
  for (let at = first; at < first + entries * size; at += size)
    yield { tag: number(at, 2), type: number(at + 2, 2), count: number(at + 4, big ? 8 : 4), at: at + value }
}

/** The single numbers of a directory by tag, as far as they stand in it. */
const readNumbers = (view: DataView, start: TiffStart): ReadonlyMap<number, number> => {
  const numbers = new Map<number, number>()
  for (const { tag, type, at } of entriesOf(view, start))
    numbers.set(tag, numberAt(view, at, type, start.littleEndian))
  return numbers
}

/** A camera's own file, whose first picture is a small one: its sensor's data lie in a directory of their own. */
const isRaw = (numbers: ReadonlyMap<number, number>): boolean =>
  numbers.has(tags.dngVersion) ||
  SENSOR_PHOTOMETRIC.includes(numbers.get(tags.photometric) ?? 0) ||
  SENSOR_COMPRESSION.includes(numbers.get(tags.compression) ?? 0) ||
  (numbers.get(tags.subfileType) === 1 && numbers.has(tags.subDirectories))

/**
 * Reads the first directory of a TIFF, given from its own beginning on. Never throws; 64 kB are enough for 5,000
 * entries, and no writer makes as many.
 */
export const readTiffDirectory = (directory: Uint8Array, start: TiffStart): ImageHeader => {
  try {
    const numbers = readNumbers(viewOf(directory), start)
    if (isRaw(numbers)) return { kind: 'boundless', format: 'RAW' }
    const width = numbers.get(tags.width)
    const height = numbers.get(tags.height)
    return width === undefined || height === undefined
      ? { kind: 'unsized', format: 'TIFF' }
      : { kind: 'sized', format: 'TIFF', width, height }
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'cut-off', format: 'TIFF' }
    throw error
  }
}

/** EXIF's number of how the first picture of a TIFF, or of a file laid out like one, is turned; 1 where it is upright. */
export const readTiffOrientation = (directory: Uint8Array, start: TiffStart): number => {
  try {
    const orientation = readNumbers(viewOf(directory), start).get(tags.orientation) ?? 1
    return orientation >= 1 && orientation <= 8 ? orientation : 1
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

/** Bytes of one value by TIFF 6.0's number of its type, and BigTIFF's three more. */
const BYTES_BY_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8] as const

/**
 * Whether an entry of the first directory has more values than the whole file could hold: a decoder would make room
 * for them before it looks.
 * @param size of the file in bytes.
 */
export const claimsMoreThanFile = (directory: Uint8Array, start: TiffStart, size: number): boolean => {
  try {
    for (const { type, count } of entriesOf(viewOf(directory), start))
      if (count * (BYTES_BY_TYPE[type] ?? 0) > size) return true
    return false
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
