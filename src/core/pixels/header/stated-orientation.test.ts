import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orientations } from '../../../testing/pixels/orientations'
import { readStatedOrientation } from './stated-orientation'

const text = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0))
const big = (value: number) => [24, 16, 8, 0].map((shift) => (value >> shift) & 255)
const little = (value: number) => big(value).reverse()

/** EXIF that states nothing but an orientation, in either order of bytes. */
const exif = (value: number, isLittle: boolean) =>
  isLittle
    ? [...text('II*\0'), ...little(8), 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0]
    : [...text('MM\0*'), ...big(8), 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]

const chunk = (type: string, content: readonly number[]) => [
  ...big(content.length),
  ...text(type),
  ...content,
  ...big(0),
]

const png = (...chunks: readonly number[][]) =>
  Uint8Array.from([...text('\x89PNG\r\n\x1a\n'), ...chunks.flat(), ...chunk('IEND', [])])

const webp = (flags: number, content: readonly number[]) =>
  Uint8Array.from([
    ...text('RIFF\0\0\0\0WEBPVP8X'),
    ...[...little(10), flags, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[...text('VP8L'), ...little(3), 1, 2, 3, 0],
    ...[...text('EXIF'), ...little(content.length), ...content],
  ])

const stored = (bytes: Uint8Array, format: 'PNG' | 'WebP') =>
  Buffer.concat(
    readStatedOrientation(bytes, format)!.parts.map((part) =>
      part instanceof Uint8Array ? part : bytes.subarray(...part),
    ),
  )

describe('the EXIF orientation', () => {
  it.each(orientations.slice(1))('$exif is read from a PNG and a WebP', ({ exif: value, orientation }) => {
    for (const isLittle of [true, false]) {
      const content = exif(value, isLittle)
      expect(readStatedOrientation(png(chunk('eXIf', content)), 'PNG')?.orientation).toEqual(orientation)
      expect(
        readStatedOrientation(png(chunk('IDAT', [1]), chunk('eXIf', content)), 'PNG')?.orientation,
      ).toEqual(orientation)
      expect(readStatedOrientation(webp(8, content), 'WebP')?.orientation).toEqual(orientation)
      expect(readStatedOrientation(webp(8, [...text('Exif\0\0'), ...content]), 'WebP')?.orientation).toEqual(
        orientation,
      )
    }
  })

  it('is none where a file is upright, announces no EXIF, or states what does not exist', () => {
    expect(readStatedOrientation(png(chunk('eXIf', exif(1, true))), 'PNG')).toBeNull()
    expect(readStatedOrientation(png(chunk('eXIf', exif(9, true))), 'PNG')).toBeNull()
    expect(readStatedOrientation(png(), 'PNG')).toBeNull()
    expect(readStatedOrientation(webp(0, exif(6, true)), 'WebP')).toBeNull()
    expect(readStatedOrientation(png(chunk('eXIf', exif(6, true))), 'JPEG')).toBeNull()
  })

  it('is no longer said by what is decoded, of which all else is the same', () => {
    const content = exif(6, true)
    expect(stored(png(chunk('IDAT', [1]), chunk('eXIf', content), chunk('tEXt', [2])), 'PNG')).toEqual(
      Buffer.from(png(chunk('IDAT', [1]), chunk('tEXt', [2]))),
    )
    expect(stored(webp(0x18, content), 'WebP')).toEqual(Buffer.from(webp(0x10, content)))
  })

  it('of hostile bytes neither throws nor stalls', () => {
    const starts = [png(chunk('eXIf', exif(6, true))), webp(8, exif(6, false))]
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.tuple(fc.nat(100), fc.nat(255)), { maxLength: 8 }),
        fc.nat(120),
        (bytes, changes, length) => {
          const hostile = bytes.slice(0, length)
          for (const [at, value] of changes) if (at < hostile.length) hostile[at] = value
          readStatedOrientation(hostile, 'PNG')
          readStatedOrientation(hostile, 'WebP')
        },
      ),
    )
  })
})
