import { describe, expect, it } from 'vitest'
import { flattenAlpha } from '../../core/pixels/flatten-alpha'
import { turnUpright } from '../../core/pixels/turn-upright'
import type { Fit, Recipe, Resample } from '../../core/pixels/recipe'
import { haveFixtures, readFixture, readFixtureJson } from '../../testing/pixels/fixture-files'
import { rgbOf, sha256 } from '../../testing/pixels/pixel-pattern'
import { type DecodedPicture, decodePicture } from './decode/decode-picture'
import { createPreprocessor } from './picture-preprocessor'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

interface ReferencePixels {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly width: number
        readonly height: number
        readonly decoded_rgb_sha256: string
        readonly clip224_bicubic_rgb_sha256: string
        readonly mobileclip256_bilinear_rgb_sha256: string
      }
    >
  >
}

const available = haveFixtures()
const signal = new AbortController().signal
const preprocessor = createPreprocessor(kernelBytes)

const recipeOf = (size: number, resample: Resample): Recipe => {
  const fit: Fit = { kind: 'crop', resizeTo: size, width: size, height: size }
  return { key: 'test', fit, resample, rescale: 1 / 255, mean: [0, 0, 0], std: [1, 1, 1] }
}

const decode = async (path: string): Promise<DecodedPicture> => {
  const blob = await readFixture(path)
  const outcome = await decodePicture(blob, { name: path, limitMegapixels: 100, signal })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** All pixels in R, G, B order, laid over white. */
const allPixels = async ({ pixels }: DecodedPicture): Promise<Uint8Array<ArrayBuffer>> => {
  const { width, height, orientation, order, opaque } = pixels
  const onItsSide = orientation.rotation === 90 || orientation.rotation === 270
  const stored = onItsSide ? { width: height, height: width } : { width, height }
  const rgba = new Uint8Array(width * height * 4)
  await pixels.read({ x: 0, y: 0, ...stored }, rgba, stored.width * 4)
  if (!opaque) flattenAlpha(rgba)
  return rgbOf(turnUpright(rgba, width, height, orientation), order)
}

const cropHash = async ({ pixels }: DecodedPicture, recipe: Recipe): Promise<string> => {
  const outcome = await preprocessor.preprocess(pixels, recipe, signal)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return sha256(rgbOf(outcome.value.crop))
}

const reference: ReferencePixels = available
  ? ((await readFixtureJson('reference/pixels.json')) as ReferencePixels)
  : { files: {} }

describe.skipIf(!available)("the reference photos have Pillow's bytes", () => {
  it.each(Object.entries(reference.files))('%s', async (name, expected) => {
    const picture = await decode(`photos/${name}`)
    expect([picture.pixels.width, picture.pixels.height]).toEqual([expected.width, expected.height])
    expect({
      decoded: await sha256(await allPixels(picture)),
      bicubic: await cropHash(picture, recipeOf(224, 'bicubic')),
      bilinear: await cropHash(picture, recipeOf(256, 'bilinear')),
    }).toEqual({
      decoded: expected.decoded_rgb_sha256,
      bicubic: expected.clip224_bicubic_rgb_sha256,
      bilinear: expected.mobileclip256_bilinear_rgb_sha256,
    })
    picture.close()
  })
})

const meanDifference = (a: Uint8Array, b: Uint8Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  return sum / a.length
}

const turned = [2, 3, 4, 5, 6, 7, 8]

describe.skipIf(!available)('pictures that EXIF turns stand upright', () => {
  // Each was turned and then compressed again, so they are alike and not equal; a wrong turn is 40 and more away.
  const alike = 8
  it.each([
    ['landscape', 'nasty/exif/Landscape_1.jpg', turned.map((n) => `nasty/exif/Landscape_${n}.jpg`)],
    ['portrait', 'nasty/exif/Portrait_1.jpg', turned.map((n) => `nasty/exif/Portrait_${n}.jpg`)],
    [
      'square JPEG',
      'nasty/pillow_hopper.jpg',
      turned.map((n) => `nasty/exif/pillow_hopper_orientation_${n}.jpg`),
    ],
    // Not WebP: Chromium ignores EXIF there, in <img> as well, and the model sees what the page shows.
  ])('%s', async (_, upright, others) => {
    const first = await decode(upright)
    const expected = await allPixels(first)
    first.close()
    for (const path of others) {
      const picture = await decode(path)
      expect([path, picture.pixels.width, picture.pixels.height]).toEqual([
        path,
        first.pixels.width,
        first.pixels.height,
      ])
      expect(meanDifference(await allPixels(picture), expected)).toBeLessThan(alike)
      picture.close()
    }
  })
})
