import { expect } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as ort from 'onnxruntime-web'
import { flattenAlpha } from '../../src/core/pixels/flatten-alpha.ts'
import { pixelsToTensor } from '../../src/core/pixels/pixels-to-tensor.ts'
import { resizeCrop } from '../../src/core/pixels/resize/resize-crop.ts'
import { planResize } from '../../src/core/pixels/resize/resize-plan.ts'
import { decodeInPage } from './decode-in-page.ts'
import { requireFixtures, test } from '../support/test.ts'
import { cosine } from './vectors.ts'

interface PixelReference {
  readonly files: Readonly<
    Record<
      string,
      { readonly decoded_rgb_sha256: string; readonly mobileclip256_bilinear_rgb_sha256: string }
    >
  >
}

const TOLERANCE = 0.0005
/** One photograph of this many: all of them have this recipe's bytes, as `reference-photos.test.ts` says. */
const EVERY = 4
const fixtures = requireFixtures()

test.describe.configure({ timeout: 300_000 })

const rgbHash = (rgba: Uint8Array | Uint8ClampedArray): string => {
  const rgb = Buffer.alloc((rgba.length / 4) * 3)
  for (let i = 0; i < rgba.length / 4; i += 1) rgb.set(rgba.subarray(i * 4, i * 4 + 3), i * 3)
  return createHash('sha256').update(rgb).digest('hex')
}

test('photographs: MobileCLIP’s recipe gives what ONNX Runtime gives from the reference pixels', async ({
  app,
  hub,
}) => {
  const { files } = JSON.parse(
    readFileSync(path.join(fixtures, 'reference/pixels.json'), 'utf8'),
  ) as PixelReference
  const names = Object.keys(files).filter((_, i) => i % EVERY === 0)
  const addresses = names.map((name) => `${hub.origin}/photos/${name}`)
  await app.open()
  const model = await app.loadModel('standin/mobileclip')
  const embeddings = await app.page.evaluate(async (given) => {
    const entries = await window.taglens.embedImages(given)
    return entries.map((entry) => ('embedding' in entry ? [...entry.embedding] : []))
  }, addresses)

  ort.env.wasm.numThreads = 1
  const session = await ort.InferenceSession.create(
    path.join(fixtures, 'standin-mobileclip/vision_model.onnx'),
  )
  let worst = 0
  for (const [i, name] of names.entries()) {
    const { width, height, rgba } = await decodeInPage(app.page, addresses[i]!)
    flattenAlpha(rgba)
    expect(rgbHash(rgba), `${name}, decoded`).toBe(files[name]!.decoded_rgb_sha256)
    const crop = resizeCrop(
      rgba,
      width,
      height,
      planResize(width, height, model.recipe.fit),
      model.recipe.resample,
    )
    expect(rgbHash(crop), `${name}, cropped`).toBe(files[name]!.mobileclip256_bilinear_rgb_sha256)
    const tensor = new ort.Tensor('float32', pixelsToTensor(crop, model.recipe), [1, 3, 256, 256])
    const { image_embeds } = await session.run({ pixel_values: tensor })
    const distance = 1 - cosine(embeddings[i]!, Array.from(image_embeds!.data as Float32Array))
    worst = Math.max(worst, distance)
    expect(distance, name).toBeLessThanOrEqual(TOLERANCE)
  }
  console.log(`largest cosine distance by MobileCLIP's recipe: ${worst.toExponential(1)}`)
})
