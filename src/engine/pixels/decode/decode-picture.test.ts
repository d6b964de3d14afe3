import { describe, expect, it } from 'vitest'
import { pixelPattern } from '../../../testing/pixels/pixel-pattern'
import { type BitmapPixels, canvasPixels, framePixels } from '../bitmap-pixels'
import { type DecodedPicture, decodePicture } from './decode-picture'

const options = (name = 'test.png') => ({ name, limitMegapixels: 100, signal: new AbortController().signal })

const toBlob = async (rgba: Uint8ClampedArray<ArrayBuffer>, width: number, type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, rgba.length / 4 / width)
  canvas.getContext('2d')!.putImageData(new ImageData(rgba, width), 0, 0)
  return canvas.convertToBlob({ type, quality: 0.8 })
}

/** 256 x 256, opaque: every test of exactness needs a lossless file. */
const pngOfPattern = () => toBlob(pixelPattern(256, 256), 256, 'image/png')

const decode = async (blob: Blob): Promise<DecodedPicture> => {
  const outcome = await decodePicture(blob, options())
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const everyColourUnderEveryAlpha = (): Uint8ClampedArray<ArrayBuffer> => {
  const rgba = new Uint8ClampedArray(256 * 256 * 4)
  for (let i = 0; i < 256 * 256; i++) rgba.set([i & 255, 255 - (i & 255), (i * 7) & 255, i >> 8], i * 4)
  return rgba
}

describe('decodePicture', () => {
  it('gives the pixels of a lossless file back, whole and in part', async () => {
    const { pixels, close } = await decode(await pngOfPattern())
    const region = { x: 3, y: 100, width: 41, height: 7 }
    const seen = new Uint8Array(41 * 7 * 4)
    await pixels.read(region, seen, 41 * 4)
    const expected = pixelPattern(256, 256)
    const swap = pixels.order === 'bgr'
    for (let row = 0; row < 7; row++) {
      for (let column = 0; column < 41; column++) {
        const from = ((100 + row) * 256 + 3 + column) * 4
        const at = (row * 41 + column) * 4
        const colour = Array.from(seen.subarray(at, at + 3))
        expect(swap ? colour.reverse() : colour).toEqual(Array.from(expected.subarray(from, from + 3)))
      }
    }
    close()
  })

  it('knows a picture that cannot be transparent', async () => {
    const jpeg = await decode(await toBlob(pixelPattern(64, 64), 64, 'image/jpeg'))
    const png = await decode(await toBlob(everyColourUnderEveryAlpha(), 256, 'image/png'))
    expect([jpeg.pixels.opaque, png.pixels.opaque]).toEqual([true, false])
    jpeg.close()
    png.close()
  })

  it.each([
    ['PDF', '%PDF-1.7'],
    ['HTML', '<!doctype html><p>Not found'],
    ['text', 'hello'],
    ['empty', ''],
  ])('refuses %s by name', async (format, content) => {
    const outcome = await decodePicture(new Blob([content], { type: 'image/png' }), options('a.png'))
    expect(outcome).toEqual({ kind: 'failed', error: { code: 'IMAGE_DECODE_FAILED', name: 'a.png', format } })
  })

  it('refuses a file that is cut in its middle', async () => {
    const jpeg = await toBlob(pixelPattern(256, 256), 256, 'image/jpeg')
    const outcome = await decodePicture(jpeg.slice(0, jpeg.size / 2), options('cut.jpg'))
    expect(outcome).toEqual({
      kind: 'failed',
      error: { code: 'IMAGE_DECODE_FAILED', name: 'cut.jpg', format: 'JPEG' },
    })
  })

  it('refuses what is over the limit by its header', async () => {
    const bytes = new Uint8Array(await (await pngOfPattern()).arrayBuffer())
    new DataView(bytes.buffer).setUint32(16, 20000)
    new DataView(bytes.buffer).setUint32(20, 20000)
    const outcome = await decodePicture(new Blob([bytes]), options('bomb.png'))
    expect(outcome).toEqual({
      kind: 'failed',
      error: { code: 'IMAGE_TOO_LARGE', name: 'bomb.png', width: 20000, height: 20000, limitMegapixels: 100 },
    })
  })

  it('finds a size that lies a megabyte behind the start', async () => {
    const jpeg = new Uint8Array(await (await toBlob(pixelPattern(64, 48), 64, 'image/jpeg')).arrayBuffer())
    const segment = new Uint8Array(2 + 65535)
    segment.set([0xff, 0xe2, 0xff, 0xff])
    const blob = new Blob([
      jpeg.subarray(0, 2),
      ...Array<Uint8Array<ArrayBuffer>>(20).fill(segment),
      jpeg.subarray(2),
    ])
    const { width, height, close } = await decode(blob)
    expect([width, height]).toEqual([64, 48])
    close()
  })

  it('does nothing for a caller who has gone', async () => {
    const outcome = await decodePicture(await pngOfPattern(), { ...options(), signal: AbortSignal.abort() })
    expect(outcome).toEqual({ kind: 'cancelled' })
  })

  it('drops the result for a caller who leaves meanwhile', async () => {
    const abort = new AbortController()
    const outcome = decodePicture(await pngOfPattern(), { ...options(), signal: abort.signal })
    abort.abort()
    expect(await outcome).toEqual({ kind: 'cancelled' })
  })
})

describe('both ways to the pixels', () => {
  /** RGBA laid over white. */
  const flattened = async (pixels: BitmapPixels): Promise<number[]> => {
    const { width, height, order } = pixels
    const bytes = new Uint8Array(width * height * 4)
    for (let y = 0; y < height; y += 100) {
      const rows = Math.min(100, height - y)
      await pixels.read(
        { x: 0, y, width, height: rows },
        bytes.subarray(y * width * 4, (y + rows) * width * 4),
        width * 4,
      )
    }
    pixels.close()
    const over = (colour: number, alpha: number) => Math.round((colour * alpha + 255 * (255 - alpha)) / 255)
    const result: number[] = []
    for (let at = 0; at < bytes.length; at += 4) {
      const [first, green, third, alpha] = bytes.subarray(at, at + 4)
      const [red, blue] = order === 'bgr' ? [third, first] : [first, third]
      result.push(over(red!, alpha!), over(green!, alpha!), over(blue!, alpha!))
    }
    return result
  }

  it('give the same bytes over white, for every colour under every alpha', async () => {
    const rgba = everyColourUnderEveryAlpha()
    const bitmap = await createImageBitmap(new ImageData(rgba, 256), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    })
    const frame = framePixels(bitmap)
    const canvas = canvasPixels(bitmap)
    const expected: number[] = []
    for (let at = 0; at < rgba.length; at += 4) {
      const alpha = rgba[at + 3]!
      for (let i = at; i < at + 3; i++)
        expected.push(Math.round((rgba[i]! * alpha + 255 * (255 - alpha)) / 255))
    }
    expect(frame).toBeDefined()
    expect((await flattened(frame!)).findIndex((byte, i) => byte !== expected[i])).toBe(-1)
    expect((await flattened(canvas)).findIndex((byte, i) => byte !== expected[i])).toBe(-1)
    bitmap.close()
  })

  it('lead there for a picture that is too long for a video frame', async () => {
    const rgba = pixelPattern(40000, 2)
    const { pixels, close } = await decode(await toBlob(rgba, 40000, 'image/png'))
    const seen = new Uint8Array(40000 * 4)
    await pixels.read({ x: 0, y: 1, width: 40000, height: 1 }, seen, 40000 * 4)
    expect(seen.findIndex((byte, i) => byte !== rgba[40000 * 4 + i])).toBe(-1)
    close()
  })
})
