import { describe, expect, it } from 'vitest'
import type { Recipe } from '../../core/pixels/recipe'
import { haveFixtures, readFixture, readFixtureJson } from '../../testing/pixels/fixture-files'
import { decodePicture } from './decode/decode-picture'
import { createPreprocessor } from './picture-preprocessor'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

const available = haveFixtures()
const preprocessor = createPreprocessor(kernelBytes)
const limitMegapixels = 100

const clip: Recipe = {
  key: 'test',
  fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
  resample: 'bicubic',
  rescale: 1 / 255,
  mean: [0, 0, 0],
  std: [1, 1, 1],
}

/** `done`, or the code of the error. */
const outcomeOf = async (path: string): Promise<string> => {
  const blob = await readFixture(path)
  const { signal } = new AbortController()
  const decoded = await decodePicture(blob, { name: path, limitMegapixels, signal })
  if (decoded.kind !== 'done') return decoded.kind === 'failed' ? decoded.error.code : decoded.kind
  try {
    const made = await preprocessor.preprocess(decoded.value.pixels, clip, signal)
    if (made.kind !== 'done') return made.kind === 'failed' ? made.error.code : made.kind
    return made.value.tensor.every(Number.isFinite) ? made.kind : 'not finite'
  } finally {
    decoded.value.close()
  }
}

const measured = available
  ? ((await readFixtureJson('nasty_chromium.json')) as Record<string, { bitmap: string }>)
  : {}

/** What the browser does not read, and a decoder of ours may. */
const isOurs = (path: string): boolean => /\.(hei[cf]|jxl|svg|tiff?)$/.test(path)

const isTooLarge = (size: string): boolean => {
  const [width = 0, height = 0] = size.split('x').map(Number)
  return width * height > limitMegapixels * 1e6
}

describe.skipIf(!available)('pictures of phones and cameras with more than 100 megapixels', () => {
  it.each([
    ['phone_108MP_12000x9000.jpg', 12_000, 9000],
    ['mf_101MP_11648x8736.jpg', 11_648, 8736],
  ])('%s is decoded at a half', async (name, width, height) => {
    const blob = await readFixture(`field/phone_megapixels/${name}`)
    const { signal } = new AbortController()
    const decoded = await decodePicture(blob, { name, limitMegapixels, signal })
    if (decoded.kind !== 'done') throw new Error(JSON.stringify(decoded))
    const { pixels, close, ...rest } = decoded.value
    close()
    expect(rest).toMatchObject({ width, height, reducedBy: 2 })
    expect([pixels.width, pixels.height]).toEqual([width / 2, height / 2])
  })
})

describe.skipIf(!available)('every nasty picture ends in a result or a coded error', () => {
  it.each(Object.entries(measured))('%s', async (path, { bitmap }) => {
    const outcome = await outcomeOf(`nasty/${path}`)
    if (bitmap.startsWith('ERR') && isOurs(path))
      expect(outcome).toMatch(/^(done|IMAGE_DECODE_FAILED|IMAGE_TOO_LARGE)$/)
    else if (bitmap.startsWith('ERR')) expect(outcome).toMatch(/^(IMAGE_DECODE_FAILED|IMAGE_TOO_LARGE)$/)
    else expect(outcome).toBe(isTooLarge(bitmap) ? 'IMAGE_TOO_LARGE' : 'done')
  })
})
