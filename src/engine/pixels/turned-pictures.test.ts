import { describe, expect, it } from 'vitest'
import { toRecipe } from '../../core/pixels/recipe'
import { turnUpright } from '../../core/pixels/turn-upright'
import { orientations } from '../../testing/pixels/orientations'
import { createPixelApi } from './create-pixel-api'
import { decodePicture } from './decode/decode-picture'
import { createPreprocessor } from './picture-preprocessor'
import { storedSize } from './pixel-source'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

/** A colour for each letter of the stored rows, far enough from each other for a JPEG. */
const colourOf = (letter: string): readonly number[] => {
  const value = 'abcdef'.indexOf(letter) * 50
  return [value, 255 - value, 7]
}

/** Side of the square that a letter is drawn as: as many as JPEG has in a block of half-size colours. */
const SIDE = 16

const drawLetters = (rows: readonly string[]): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(rows[0]!.length * SIDE, rows.length * SIDE)
  const context = canvas.getContext('2d')!
  rows.forEach((row, y) => {
    Array.from(row).forEach((letter, x) => {
      context.fillStyle = `rgb(${colourOf(letter).join(' ')})`
      context.fillRect(x * SIDE, y * SIDE, SIDE, SIDE)
    })
  })
  return canvas
}

/** The letters of a picture of 3 x 2, by the middle of each square. */
const readLetters = (rgba: Uint8ClampedArray): string =>
  Array.from('abcdef', (_, i) => {
    const at = ((Math.floor(i / 3) + 0.5) * SIDE * 3 * SIDE + ((i % 3) + 0.5) * SIDE) * 4
    const near = (letter: string) => colourOf(letter).every((byte, c) => Math.abs(byte - rgba[at + c]!) < 12)
    return Array.from('abcdef').find(near) ?? '?'
  }).join('')

/** EXIF that states an orientation and nothing else. */
const exifOf = (value: number): readonly number[] =>
  Array.from('II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0', (letter) => letter.charCodeAt(0)).concat([
    value,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ])

const withExif = async (blob: Blob, value: number): Promise<Blob> => {
  const content = exifOf(value)
  const head = new DataView(new ArrayBuffer(8))
  if (blob.type === 'image/png') {
    head.setUint32(0, content.length)
    head.setUint32(4, 0x65584966)
    // Behind IHDR; its checksum is not looked at, since no decoder sees it.
    return new Blob([blob.slice(0, 33), head, Uint8Array.from(content), new Uint8Array(4), blob.slice(33)])
  }
  // Chromium's begin with an extended header: the bit that announces EXIF is set in it.
  const bytes = new Uint8Array(await blob.arrayBuffer())
  bytes[20]! |= 8
  head.setUint32(0, 0x45584946)
  head.setUint32(4, content.length, true)
  new DataView(bytes.buffer).setUint32(4, bytes.length - 8 + 8 + content.length, true)
  return new Blob([bytes, head, Uint8Array.from(content)])
}

describe('the orientation in a file’s EXIF', () => {
  const { signal } = new AbortController()
  const pixelApi = createPixelApi(createPreprocessor(kernelBytes))
  const fit = { kind: 'crop', resizeTo: 2 * SIDE, width: 2 * SIDE, height: 2 * SIDE } as const
  const recipe = toRecipe({ fit, resample: 'nearest', rescale: 1, mean: [0, 0, 0], std: [1, 1, 1] })

  it.each(['image/png', 'image/webp'])('turns a %s upright, all eight ways', async (type) => {
    for (const { exif, stored } of orientations) {
      const file = await withExif(await drawLetters(stored).convertToBlob({ type, quality: 1 }), exif)
      const outcome = await decodePicture(file, { name: 'test', limitMegapixels: 100, signal })
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
      const { pixels, close } = outcome.value
      const { width, height, orientation, order } = pixels
      const raw = new Uint8Array(width * height * 4)
      const size = storedSize(pixels)
      await pixels.read({ x: 0, y: 0, ...size }, raw, size.width * 4)
      close()
      if (order === 'bgr') for (let at = 0; at < raw.length; at += 4) raw.subarray(at, at + 3).reverse()
      expect([exif, width, height]).toEqual([exif, 3 * SIDE, 2 * SIDE])
      expect([exif, readLetters(turnUpright(raw, width, height, orientation))]).toEqual([exif, 'abcdef'])
    }
  })

  it.each(['image/png', 'image/webp'])('of a %s turns what is shown as well', async (type) => {
    for (const { exif, stored } of orientations) {
      const file = await withExif(await drawLetters(stored).convertToBlob({ type, quality: 1 }), exif)
      const outcome = await pixelApi.prepare(
        file,
        'test',
        { recipe, reading: 'exact' },
        signal,
        () => undefined,
      )
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
      const { width, height, isShowable, thumbnail } = outcome.value
      const context = new OffscreenCanvas(width, height).getContext('2d')!
      context.drawImage(await createImageBitmap(thumbnail), 0, 0)
      const seen = readLetters(context.getImageData(0, 0, width, height).data)
      // Browsers do not agree on what they would make of the file itself.
      expect([exif, isShowable, seen]).toEqual([exif, exif === 1, 'abcdef'])
    }
  })
})
