import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flattenAlpha } from '../../core/pixels/flatten-alpha'
import { recipeOver } from '../../core/pixels/crops/extent'
import { planCrops } from '../../core/pixels/crops/plan-crops'
import { pixelsToTensor } from '../../core/pixels/pixels-to-tensor'
import { resizeCrop } from '../../core/pixels/resize/resize-crop'
import { planResize } from '../../core/pixels/resize/resize-plan'
import { type Orientation, turnUpright, upright } from '../../core/pixels/turn-upright'
import type { Fit, Recipe, Resample } from '../../core/pixels/recipe'
import { orientations } from '../../testing/pixels/orientations'
import { pillowCases } from '../../testing/pixels/pillow-cases'
import { pixelPattern, rgbOf, sha256 } from '../../testing/pixels/pixel-pattern'
import { createPreprocessor, type Preprocessed } from './picture-preprocessor'
import { type PixelSource, pixelsInMemory } from './pixel-source'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

const recipeOf = (fit: Fit, resample: Resample): Recipe => ({
  key: 'test',
  fit,
  resample,
  rescale: 1 / 255,
  mean: [0.48, 0.46, 0.41],
  std: [0.27, 0.26, 0.28],
})
const clip = recipeOf({ kind: 'crop', resizeTo: 224, width: 224, height: 224 }, 'bicubic')

const setup = (bytes: Uint8Array<ArrayBuffer> = kernelBytes) => {
  const preprocessor = createPreprocessor(bytes)
  const preprocess = async (source: PixelSource, recipe: Recipe): Promise<Preprocessed> => {
    const outcome = await preprocessor.preprocess(source, recipe, new AbortController().signal)
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.value
  }
  return { preprocessor, preprocess }
}

/** A browser without SIMD refuses the kernel as it would refuse these bytes. */
const noKernel = Uint8Array.of(0)

const fits = fc.oneof(
  fc.record({
    kind: fc.constant('crop' as const),
    resizeTo: fc.integer({ min: 1, max: 60 }),
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({
    kind: fc.constant('squash' as const),
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.integer({ min: 1, max: 60 }),
  }),
)
const side = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 300 }))

/** A picture that is `width x height` when it stands upright. */
const storedPixels = (
  stored: Uint8ClampedArray,
  width: number,
  height: number,
  orientation: Orientation,
): PixelSource => {
  const onItsSide = orientation.rotation === 90 || orientation.rotation === 270
  const { read } = pixelsInMemory(stored, onItsSide ? height : width, onItsSide ? width : height, {
    opaque: true,
  })
  return { width, height, orientation, order: 'rgb', opaque: true, read }
}

/** Counted, since comparing 200,000 elements one by one takes the test library a second. */
const differences = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  a.length === b.length ? Array.prototype.filter.call(a, (value, i) => value !== b[i]).length : Infinity

const noise = (length: number, seed: number): Uint8ClampedArray<ArrayBuffer> => {
  let state = seed
  return new Uint8ClampedArray(length).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    // Many bytes at the ends: that is where sums are clamped and where alpha takes its short cuts.
    return Math.max(0, Math.min(255, (state >>> 23) - 128))
  })
}

describe('the SIMD kernel equals the plain version', () => {
  it('at every size, filter, fit, orientation, channel order and alpha', async () => {
    const { preprocessor, preprocess } = setup()
    expect(preprocessor.simd).toBe(true)
    await fc.assert(
      fc.asyncProperty(
        fc.record({ width: side, height: side, fit: fits, seed: fc.nat() }),
        fc.constantFrom<Resample>('bilinear', 'bicubic'),
        fc.boolean(),
        fc.constantFrom('rgb' as const, 'bgr' as const),
        fc.constantFrom(...orientations.map(({ orientation }) => orientation)),
        async ({ width, height, fit, seed }, resample, opaque, order, orientation) => {
          const rgba = noise(width * height * 4, seed)
          const source = { ...storedPixels(rgba, width, height, orientation), opaque, order }
          const seen = await preprocess(source, recipeOf(fit, resample))

          const flat = turnUpright(rgba, width, height, orientation)
          if (!opaque) flattenAlpha(flat)
          if (order === 'bgr') for (let i = 0; i < flat.length; i += 4) flat.subarray(i, i + 3).reverse()
          const expected = resizeCrop(flat, width, height, planResize(width, height, fit), resample)
          expect(differences(seen.crop, expected)).toBe(0)
        },
      ),
      { numRuns: 400 },
    )
  })

  it.each([
    [1, 30000],
    [30000, 1],
    [2999, 2001],
    [5000, 40],
  ])('on a picture of %i x %i', async (width, height) => {
    const stored = pixelPattern(width, height)
    for (const orientation of [upright, { rotation: 90, flip: false } as const]) {
      const { crop, plan } = await setup().preprocess(storedPixels(stored, width, height, orientation), clip)
      const seen = turnUpright(stored, width, height, orientation)
      expect(differences(crop, resizeCrop(seen, width, height, plan, 'bicubic'))).toBe(0)
    }
  })

  it.each(pillowCases)('and Pillow: $rule', async ({ width, height, fit, resample, sha256: expected }) => {
    const source = pixelsInMemory(pixelPattern(width, height), width, height, { opaque: true })
    const { crop } = await setup().preprocess(source, recipeOf(fit, resample))
    expect(await sha256(rgbOf(crop))).toBe(expected)
  })
})

it('all crops of a long picture have the pixels that the plain version gives, turned or not', async () => {
  const [width, height] = [1600, 500]
  const stored = pixelPattern(width, height)
  const recipe = recipeOver(clip, 'whole')
  for (const orientation of [upright, { rotation: 90, flip: false } as const]) {
    const first = await setup().preprocess(storedPixels(stored, width, height, orientation), recipe)
    const seen = turnUpright(stored, width, height, orientation)
    const tensors = planCrops(planResize(width, height, clip.fit)).map((plan) =>
      pixelsToTensor(resizeCrop(seen, width, height, plan, 'bicubic'), clip),
    )
    const given = [first, ...first.more].map(({ tensor }) => tensor)
    expect(given.map((tensor, i) => differences(tensor, tensors[i] ?? []))).toEqual([0, 0, 0, 0, 0])
  }
})

it('the tensor is the crop, normalised', async () => {
  const { crop, tensor } = await setup().preprocess(
    pixelsInMemory(pixelPattern(300, 200), 300, 200, { opaque: true }),
    clip,
  )
  expect(differences(tensor, pixelsToTensor(crop, clip))).toBe(0)
})

it('overlapping calls do not share pixels', async () => {
  const { preprocess } = setup()
  const pictures = [1, 2, 3].map((seed) => noise(500 * 300 * 4, seed))
  const slowly = (rgba: Uint8ClampedArray): PixelSource => {
    const source = pixelsInMemory(rgba, 500, 300, { opaque: true })
    return {
      ...source,
      read: async (region, into, stride) => {
        await source.read(region, into, stride)
        await Promise.resolve()
      },
    }
  }
  const together = await Promise.all(pictures.map((rgba) => preprocess(slowly(rgba), clip)))
  for (const [i, rgba] of pictures.entries()) {
    const alone = await preprocess(pixelsInMemory(rgba, 500, 300, { opaque: true }), clip)
    expect(differences(together[i]?.crop ?? [], alone.crop)).toBe(0)
  }
})

it('a browser without SIMD gets the same bytes', async () => {
  const rgba = noise(123 * 77 * 4, 5)
  const turned = storedPixels(rgba, 123, 77, { rotation: 270, flip: true })
  const source = { ...turned, opaque: false, order: 'bgr' as const }
  const plain = setup(noKernel)
  expect(plain.preprocessor.simd).toBe(false)
  const [without, withSimd] = await Promise.all([
    plain.preprocess(source, clip),
    setup().preprocess(source, clip),
  ])
  expect(differences(without.crop, withSimd.crop)).toBe(0)
})

it('a call that is aborted between two bands ends cancelled', async () => {
  const abort = new AbortController()
  const source = pixelsInMemory(pixelPattern(300, 900), 300, 900, { opaque: true })
  const { preprocessor } = setup()
  const outcome = await preprocessor.preprocess(
    {
      ...source,
      read: (region, into, stride) => {
        abort.abort()
        return source.read(region, into, stride)
      },
    },
    clip,
    abort.signal,
  )
  expect(outcome).toEqual({ kind: 'cancelled' })
})

it('a source that cannot be read ends in a coded error', async () => {
  const source = pixelsInMemory(pixelPattern(30, 30), 30, 30, { opaque: true })
  const { preprocessor } = setup()
  const outcome = await preprocessor.preprocess(
    { ...source, read: () => Promise.reject(new Error('gone')) },
    clip,
    new AbortController().signal,
  )
  expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'UNEXPECTED' } })
})
