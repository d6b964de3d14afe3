import { chromium } from 'playwright'
import { toMosaic } from '../../../../../src/core/desk/duplicates/mosaic.ts'
import { catalogue } from '../../../../mini/draw/catalogue.ts'
import { createRng } from '../../../../mini/draw/prng.ts'
import { composeScene, pickColour, trainingStyles } from '../../../../mini/draw/scene.ts'

/** What becomes of a drawing before it is looked at: nothing, a copy of it, or what only looks like one. */
export const CHANGES = {
  copy: ['jpeg 0.5', 'jpeg 0.9', 'webp 0.6', 'half', 'larger'],
  nearMiss: ['spot', 'moved', 'cut', 'mirrored', 'colour'],
} as const

export type Change = (typeof CHANGES)[keyof typeof CHANGES][number] | 'none'

/** A drawing by its number, and what becomes of it. */
export interface Planted {
  readonly number: number
  readonly change: Change
}

/** Of later papers than those that the built-in model has seen. */
const FIRST = 900_000
const SPLIT = 7

const drawSvg = (number: number): string => {
  const rng = createRng(FIRST + number, SPLIT)
  const kind = rng.int(catalogue.length)
  const facts = {
    kind,
    colour: pickColour(kind, rng),
    count: 1 + rng.int(3),
    style: rng.pick(trainingStyles),
  }
  return composeScene(facts, rng).svg
}

/** In the page: 64 x 64 pixels of each, drawn as the pixel worker draws them. */
const readPixels = async (asked: readonly { readonly svg: string; readonly change: string }[]) => {
  const side = 256
  const canvasOf = (
    width: number,
    draw: (context: OffscreenCanvasRenderingContext2D) => void,
    quality: ImageSmoothingQuality = 'high',
  ) => {
    const canvas = new OffscreenCanvas(width, width)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    context.imageSmoothingQuality = quality
    draw(context)
    return canvas
  }
  const savedAs = async (canvas: OffscreenCanvas, type: string, quality: number) =>
    createImageBitmap(await canvas.convertToBlob({ type, quality }))
  const pixels: string[] = []
  for (const { svg, change } of asked) {
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
    await image.decode()
    const drawn = (
      width: number,
      by: (context: OffscreenCanvasRenderingContext2D) => void = () => undefined,
    ) =>
      canvasOf(width, (context) => {
        context.fillStyle = '#fff'
        context.fillRect(0, 0, width, width)
        context.drawImage(image, 0, 0, width, width)
        by(context)
      })
    const [kind = '', quality = ''] = change.split(' ')
    let file: OffscreenCanvas | ImageBitmap = drawn(side)
    if (kind === 'jpeg' || kind === 'webp') file = await savedAs(file, `image/${kind}`, Number(quality))
    if (kind === 'half') file = await savedAs(drawn(side / 2), 'image/jpeg', 0.85)
    if (kind === 'larger') file = await savedAs(drawn(side * 1.6), 'image/jpeg', 0.8)
    if (kind === 'spot')
      file = drawn(side, (context) => {
        const [r = 0, g = 0, b = 0] = context.getImageData(side * 0.63, side * 0.41, 1, 1).data
        context.fillStyle = `rgb(${(r + 128) % 256} ${(g + 128) % 256} ${(b + 128) % 256})`
        context.beginPath()
        context.arc(side * 0.63, side * 0.41, side * 0.04, 0, 7)
        context.fill()
      })
    const whole = drawn(side)
    if (kind === 'moved')
      file = drawn(side, (context) => {
        context.drawImage(whole, side * 0.02, side * 0.01)
      })
    if (kind === 'cut')
      file = drawn(side, (context) => {
        context.drawImage(whole, side * 0.03, side * 0.03, side * 0.97, side * 0.97, 0, 0, side, side)
      })
    if (kind === 'mirrored')
      file = drawn(side, (context) => {
        context.translate(side, 0)
        context.scale(-1, 1)
        context.drawImage(whole, 0, 0)
      })
    if (kind === 'colour')
      file = drawn(side, (context) => {
        context.filter = 'sepia(0.7) hue-rotate(90deg)'
        context.drawImage(whole, 0, 0)
      })
    const source = file
    const thumbnail = canvasOf(
      Math.min(320, source.width),
      (context) => {
        context.drawImage(source, 0, 0, context.canvas.width, context.canvas.height)
      },
      'medium',
    )
    const small = canvasOf(
      64,
      (context) => {
        context.drawImage(thumbnail, 0, 0, 64, 64)
      },
      'medium',
    )
    const { data } = (small.getContext('2d') as OffscreenCanvasRenderingContext2D).getImageData(0, 0, 64, 64)
    let text = ''
    for (let i = 0; i < data.length; i += 4)
      text += String.fromCharCode(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0)
    pixels.push(btoa(text))
  }
  return pixels
}

const AT_ONCE = 250

/** The mosaics of drawings, made from pixels of a browser as the pixel worker makes them. */
export const drawMosaics = async (
  executablePath: string,
  planted: readonly Planted[],
): Promise<readonly Uint8Array[]> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    // The compiler of this script gives names to functions by a helper that the page has not.
    await page.goto('about:blank')
    await page.evaluate('globalThis.__name = (value) => value')
    const mosaics: Uint8Array[] = []
    for (let from = 0; from < planted.length; from += AT_ONCE) {
      const some = planted.slice(from, from + AT_ONCE)
      const asked = some.map(({ number, change }) => ({ svg: drawSvg(number), change }))
      for (const text of await page.evaluate(readPixels, asked)) {
        const rgb = Buffer.from(text, 'base64')
        const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255)
        for (let i = 0; i < rgb.length / 3; i += 1) rgba.set(rgb.subarray(i * 3, i * 3 + 3), i * 4)
        mosaics.push(toMosaic(rgba))
      }
    }
    return mosaics
  } finally {
    await browser.close()
  }
}
