import { afterEach, describe, expect, it } from 'vitest'
import type { Recipe } from '../../core/pixels/recipe'
import { canvasPixels, isCanvasNoisy } from './bitmap-pixels'
import { decodeFrame, decodePicture } from './decode/decode-picture'
import { createPreprocessor } from './picture-preprocessor'
import type { PixelSource } from './pixel-source'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

const WIDTH = 320
const HEIGHT = 240

const clip: Recipe = {
  key: 'test',
  fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
  resample: 'bicubic',
  rescale: 1 / 255,
  mean: [0.48, 0.46, 0.41],
  std: [0.27, 0.26, 0.28],
}

/** What a model is given of these pixels. */
const tensorOf = async (pixels: PixelSource): Promise<Float32Array> => {
  const outcome = await createPreprocessor(kernelBytes).preprocess(pixels, clip, new AbortController().signal)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.tensor
}

const tensorOfFrame = async (frame: VideoFrame | ImageBitmap): Promise<Float32Array> => {
  const pixels = await decodeFrame(frame)
  const tensor = await tensorOf(pixels)
  pixels.close()
  return tensor
}

const drawn = (): OffscreenCanvasRenderingContext2D =>
  new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true })!

/** What a model is given of a PNG of what a canvas shows. */
const tensorOfPng = async ({ canvas }: OffscreenCanvasRenderingContext2D): Promise<Float32Array> => {
  const png = await canvas.convertToBlob()
  const { signal } = new AbortController()
  const outcome = await decodePicture(png, { name: 'same.png', limitMegapixels: 100, signal })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  const tensor = await tensorOf(outcome.value.pixels)
  outcome.value.close()
  return tensor
}

/** A pattern with edges and slopes of all colours. */
const paint = (context: OffscreenCanvasRenderingContext2D): void => {
  const image = context.createImageData(WIDTH, HEIGHT)
  for (let i = 0; i < WIDTH * HEIGHT; i += 1) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)]
    image.data.set([(x * 7) % 256, (y * 5 + x) % 256, (x >> 4) % 2 === 0 ? 255 : (x * y) % 256, 255], i * 4)
  }
  context.putImageData(image, 0, 0)
}

/** A camera's frame: luma, and both chromas at half the sides. */
const cameraFrame = (): VideoFrame => {
  const bytes = new Uint8Array((WIDTH * HEIGHT * 3) / 2)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = 16 + ((i * 13 + (i >> 7) * 5) % 220)
  return new VideoFrame(bytes, { format: 'I420', codedWidth: WIDTH, codedHeight: HEIGHT, timestamp: 0 })
}

describe('a live frame comes to what a file of the same pixels does', () => {
  it('of a shared window', async () => {
    const context = drawn()
    paint(context)
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    const frame = new VideoFrame(data, {
      format: 'RGBX',
      codedWidth: WIDTH,
      codedHeight: HEIGHT,
      timestamp: 0,
    })
    expect(await tensorOfFrame(frame)).toEqual(await tensorOfPng(context))
  })

  it('of a camera, whose colours are the browser’s to make', async () => {
    const context = drawn()
    const frame = cameraFrame()
    context.drawImage(frame, 0, 0)
    expect(await tensorOfFrame(frame)).toEqual(await tensorOfPng(context))
  })

  it('as a bitmap, where a browser has no frames', async () => {
    const context = drawn()
    paint(context)
    expect(await tensorOfFrame(await createImageBitmap(context.canvas))).toEqual(await tensorOfPng(context))
  })
})

describe('a browser that changes pixels as they are read from a canvas', () => {
  const { getImageData } = OffscreenCanvasRenderingContext2D.prototype
  afterEach(() => {
    OffscreenCanvasRenderingContext2D.prototype.getImageData = getImageData
  })

  /** As Brave does: the lowest bit of a pixel now and then. */
  const addNoise = () => {
    OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...asked) {
      const image = getImageData.apply(this, asked)
      for (let i = 0; i < image.data.length; i += 401) image.data[i]! ^= 1
      return image
    }
  }

  it('is told from one that does not', async () => {
    const bitmap = await createImageBitmap(drawn().canvas)
    expect(isCanvasNoisy()).toBe(false)
    expect(canvasPixels(bitmap).noisy).toBe(false)
    addNoise()
    expect(isCanvasNoisy()).toBe(true)
    expect(canvasPixels(bitmap).noisy).toBe(true)
  })

  it('changes nothing of a picture that is read another way', async () => {
    const context = drawn()
    paint(context)
    const before = await tensorOfPng(context)
    addNoise()
    expect(await tensorOfPng(context)).toEqual(before)
  })
})
