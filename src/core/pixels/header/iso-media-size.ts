import type { SizeReader, StatedSize } from './image-header'

interface Box {
  readonly type: string
  /** Where its content begins and ends. */
  readonly start: number
  readonly end: number
}

const typeAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

/** The boxes of ISO/IEC 14496-12 from `start` to `end`; a size of 0 means "to the end", 1 "in the next 64 bits". */
function* boxes(view: DataView, start: number, end: number): Generator<Box> {
  let at = start
  while (at + 8 <= end) {
    const short = view.getUint32(at)
    const header = short === 1 ? 16 : 8
    const size = short === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : short
    const next = short === 0 ? end : at + size
    if (next < at + header) return
    yield { type: typeAt(view, at + 4), start: at + header, end: Math.min(next, end) }
    at = next
  }
}

const larger = (a: StatedSize | undefined, b: StatedSize | undefined): StatedSize | undefined =>
  a && b ? (a.width * a.height >= b.width * b.height ? a : b) : (a ?? b)

/** Boxes on the way to the sizes, and the bytes of version and flags that precede their children. */
const onTheWay: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 }

/** `depth` keeps a hostile file of boxes in boxes from exhausting the stack: real ones nest two deep. */
const largestExtent = (view: DataView, start: number, end: number, depth: number): StatedSize | undefined => {
  let largest: StatedSize | undefined
  if (depth > 4) return largest
  for (const box of boxes(view, start, end)) {
    if (box.type === 'ispe') {
      const extent = { width: view.getUint32(box.start + 4), height: view.getUint32(box.start + 8) }
      largest = larger(largest, extent)
    }
    const skip = onTheWay[box.type]
    if (skip !== undefined)
      largest = larger(largest, largestExtent(view, box.start + skip, box.end, depth + 1))
  }
  return largest
}

/**
 * AVIF and HEIC: the largest "image spatial extents" property, since a grid states its own and its tiles'.
 * The items come before the pixels in every file that a writer means to be shown while it loads.
 */
export const isoMediaSize: SizeReader = (view) => {
  for (const box of boxes(view, 0, Infinity)) {
    if (box.type === 'meta') return largestExtent(view, box.start + 4, box.end, 0)
  }
  return undefined
}

/** Bits of a JPEG XL codestream, least significant first. */
const bitReader = (view: DataView, start: number) => {
  let position = start * 8
  return (count: number): number => {
    let value = 0
    for (let bit = 0; bit < count; bit++, position++) {
      if ((view.getUint8(position >> 3) >> (position & 7)) & 1) value += 2 ** bit
    }
    return value
  }
}

const ratios = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
] as const

/** The size header of ISO/IEC 18181-1: a height, then a width or a ratio to it. */
const codestreamSize = (view: DataView, start: number): StatedSize | undefined => {
  if (view.getUint16(start) !== 0xff0a) return undefined
  const read = bitReader(view, start + 2)
  const inEights = read(1) === 1
  const side = (): number => (inEights ? (read(5) + 1) * 8 : read([9, 13, 18, 30][read(2)] ?? 9) + 1)
  const height = side()
  const ratio = ratios[read(3) - 1]
  return { width: ratio ? Math.floor((height * ratio[0]) / ratio[1]) : side(), height }
}

/** JPEG XL: a bare codestream, or one in boxes, whole (`jxlc`) or in numbered parts (`jxlp`). */
export const jpegXlSize: SizeReader = (view) => {
  if (view.getUint16(0) === 0xff0a) return codestreamSize(view, 0)
  for (const box of boxes(view, 0, Infinity)) {
    if (box.type === 'jxlc') return codestreamSize(view, box.start)
    if (box.type === 'jxlp') return codestreamSize(view, box.start + 4)
  }
  return undefined
}
