import { describe, expect, it } from 'vitest'
import type { Fit, Recipe } from '../../../core/pixels/recipe'
import { haveFixtures, readFixture } from '../../../testing/pixels/fixture-files'
import { type DecodedPicture, decodePicture } from './decode-picture'
import { createPreprocessor } from '../picture-preprocessor'
import kernelBytes from '../resize-kernel.as.ts?wasm-bytes'

const signal = new AbortController().signal
const preprocessor = createPreprocessor(kernelBytes)
const cropTo = (size: number): Fit => ({ kind: 'crop', resizeTo: size, width: size, height: size })
const recipeOf = (fit: Fit): Recipe => ({
  ...{ key: 'test', fit, resample: 'bicubic', rescale: 1 / 255, mean: [0, 0, 0], std: [1, 1, 1] },
})

const decode = async (blob: Blob, fast?: Fit): Promise<DecodedPicture> => {
  const outcome = await decodePicture(blob, {
    name: 'test',
    limitMegapixels: 100,
    ...(fast && { fast }),
    signal,
  })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** What a model is given of a picture, and by how much the picture was reduced for it. */
const read = async (blob: Blob, fit: Fit, reading: 'exact' | 'fast') => {
  const decoded = await decode(blob, reading === 'fast' ? fit : undefined)
  const made = await preprocessor.preprocess(decoded.pixels, recipeOf(fit), signal)
  decoded.close()
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return { crop: made.value.crop, reducedBy: decoded.reducedBy }
}

/** Of 255, over the three channels. */
const differences = (one: Uint8ClampedArray, other: Uint8ClampedArray) => {
  let [sum, most] = [0, 0]
  one.forEach((value, i) => {
    const difference = Math.abs(value - (other[i] ?? 0))
    sum += difference
    most = Math.max(most, difference)
  })
  return { mean: sum / ((one.length * 3) / 4), most }
}

/** A drawing with fine lines, as far from the kindness of a smooth picture as a photograph. */
const drawJpeg = async (width: number, height: number): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  for (let i = 0; i < 3000; i += 1) {
    context.fillStyle = `hsl(${(i * 47) % 360} 60% ${20 + (i % 7) * 10}%)`
    context.fillRect((i * 7919) % width, (i * 6101) % height, 3 + (i % 90), 3 + (i % 50))
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}

describe('a fast reading', () => {
  it('decodes a large JPEG at a fraction, and says by how much', async () => {
    const jpeg = await drawJpeg(2000, 1800)
    const decoded = await decode(jpeg, cropTo(224))
    const { width, height, reducedBy, isShowable, pixels } = decoded
    decoded.close()
    expect({ width, height, reducedBy, isShowable }).toEqual({
      ...{ width: 2000, height: 1800, reducedBy: 2, isShowable: true },
    })
    expect([pixels.width, pixels.height]).toEqual([1000, 900])
  })

  it('leaves what is small or no JPEG as it is', async () => {
    const small = await drawJpeg(1000, 800)
    expect((await read(small, cropTo(224), 'fast')).reducedBy).toBe(1)
    const canvas = new OffscreenCanvas(2000, 1800)
    canvas.getContext('2d')
    expect(
      (await read(await canvas.convertToBlob({ type: 'image/png' }), cropTo(224), 'fast')).reducedBy,
    ).toBe(1)
  })

  it('says what is wrong with a JPEG that ends in its middle as the exact one does', async () => {
    const whole = await drawJpeg(2000, 1800)
    const cut = whole.slice(0, 600)
    const options = { name: 'cut.jpg', limitMegapixels: 100, signal }
    const exact = await decodePicture(cut, options)
    expect(exact.kind).toBe('failed')
    expect(await decodePicture(cut, { ...options, fast: cropTo(224) })).toEqual(exact)
  })

  it('gives a model nearly the same pixels of a drawing', async () => {
    const jpeg = await drawJpeg(2000, 1800)
    const [exact, fast] = [await read(jpeg, cropTo(224), 'exact'), await read(jpeg, cropTo(224), 'fast')]
    expect(differences(exact.crop, fast.crop).mean).toBeLessThan(1)
  })
})

const photographs = ['nextcloud_Gorilla', 'nextcloud_Toucan', 'skimage_retina']

describe.skipIf(!haveFixtures())('a fast reading of a photograph', () => {
  // As few pixels as there may be left: four times what is made of it, at a half and at a quarter.
  it.each(photographs.flatMap((name) => [2, 4].map((by) => [name, by] as const)))(
    '%s at 1/%i',
    async (name, by) => {
      const blob = await readFixture(`photos/${name}.jpg`)
      const { width, height, close } = await decode(blob)
      close()
      const fit = cropTo(Math.floor(Math.min(width, height) / by / 4))
      const [exact, fast] = [await read(blob, fit, 'exact'), await read(blob, fit, 'fast')]
      expect(fast.reducedBy).toBe(by)
      expect(differences(exact.crop, fast.crop).mean).toBeLessThan(1)
    },
  )
})
