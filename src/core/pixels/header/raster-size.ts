import type { SizeReader, StatedSize } from './image-header'

/** Four characters as the number that `getUint32` reads. */
const tag = (name: string): number =>
  Array.from(name).reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0)

/** PNG: IHDR is the first chunk, save in Apple's variant, which puts CgBI before it. */
export const pngSize: SizeReader = (view) => {
  const ihdr = view.getUint32(12) === tag('CgBI') ? 8 + 12 + view.getUint32(8) : 8
  if (view.getUint32(ihdr + 4) !== tag('IHDR')) return undefined
  return { width: view.getUint32(ihdr + 8), height: view.getUint32(ihdr + 12) }
}

/** WebP: the first chunk is a lossy frame, a lossless one, or the extended header with the canvas. */
export const webpSize: SizeReader = (view) => {
  const byte = (at: number): number => view.getUint8(20 + at)
  switch (view.getUint32(12)) {
    case tag('VP8 '):
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case tag('VP8L'): {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case tag('VP8X'):
      return {
        width: byte(4) + byte(5) * 256 + byte(6) * 65536 + 1,
        height: byte(7) + byte(8) * 256 + byte(9) * 65536 + 1,
      }
    default:
      return undefined
  }
}

/** End of a GIF's chain of sub-blocks that begins at `at`. */
const skipSubBlocks = (view: DataView, at: number): number => {
  let next = at
  for (let length = view.getUint8(next); length > 0; length = view.getUint8(next)) next += 1 + length
  return next + 1
}

/** GIF: the screen, enlarged where the first frame reaches past it, which is what Chromium does. */
export const gifSize: SizeReader = (view) => {
  const width = view.getUint16(6, true)
  const height = view.getUint16(8, true)
  const flags = view.getUint8(10)
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  while (view.getUint8(at) === 0x21) at = skipSubBlocks(view, at + 2)
  if (view.getUint8(at) !== 0x2c) return { width, height }
  return {
    width: Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
    height: Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
  }
}

/** The bitmap header at `at`: OS/2's has 16-bit fields; a height below zero only means "top row first". */
const dibSize = (view: DataView, at: number): StatedSize =>
  view.getUint32(at, true) === 12
    ? { width: view.getUint16(at + 4, true), height: view.getUint16(at + 6, true) }
    : { width: Math.max(0, view.getInt32(at + 4, true)), height: Math.abs(view.getInt32(at + 8, true)) }

export const bmpSize: SizeReader = (view) => dibSize(view, 14)

/** More entries than any icon has; a hostile directory may claim 65,535. */
const mostIcons = 64

/**
 * ICO: the largest entry by its own header, since a directory of one byte per side may lie. A bitmap in an
 * icon has twice its height: the mask lies below the colours.
 */
export const icoSize: SizeReader = (view) => {
  let largest: StatedSize | undefined
  const entries = Math.min(view.getUint16(4, true), mostIcons)
  for (let entry = 0; entry < entries; entry++) {
    const at = view.getUint32(6 + entry * 16 + 12, true)
    const isPng = view.getUint32(at) === tag('\x89PNG')
    const size = isPng
      ? { width: view.getUint32(at + 16), height: view.getUint32(at + 20) }
      : { width: dibSize(view, at).width, height: Math.floor(dibSize(view, at).height / 2) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}
