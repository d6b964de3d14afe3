// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- it declares what a query in an import means, and exports nothing
/// <reference path="../../src/engine/wasm-bytes.d.ts" />
import type { Outcome } from '../../src/core/errors/outcome'
import { flattenAlpha } from '../../src/core/pixels/flatten-alpha'
import { turnUpright } from '../../src/core/pixels/turn-upright'
import type { Recipe } from '../../src/core/pixels/recipe'
import { openTransformerKernel, type ProductForm } from '../../src/engine/cpu/transformer-kernel'
import { kernelModules } from '../../src/engine/cpu/kernel-modules'
import { byteProducts, PRODUCT_SIZES } from '../../src/testing/onnx/byte-products'
import { decodePicture, type DecodedPicture } from '../../src/engine/pixels/decode/decode-picture'
import { createPreprocessor } from '../../src/engine/pixels/picture-preprocessor'
import kernelBytes from '../../src/engine/pixels/resize-kernel.as.ts?wasm-bytes'
import { rgbOf, sha256 } from '../../src/testing/pixels/pixel-pattern'

/** SHA-256 of a picture's colours on its way to a model; the names are the reference's. */
export interface PixelHashes {
  readonly width: number
  readonly height: number
  readonly decoded_rgb_sha256: string
  readonly clip224_bicubic_rgb_sha256: string
}

declare global {
  interface Window {
    /** The pixel worker's own code on a picture. */
    readPixels: (address: string) => Promise<PixelHashes>
    /** Sums by the kernels for transformers that are not those of whole numbers, by form; `null` without relaxed SIMD. */
    wrongSums: () => Readonly<Record<SumForm, number>> | null
  }
}

type SumForm = ProductForm | '16 bits' | '16 bits without relaxed SIMD'

const BYTES = ['one instruction', 'three instructions'] as const

window.wrongSums = () => {
  const wrong: Record<SumForm, number> = {
    ...{ 'one instruction': 0, 'three instructions': 0 },
    ...{ '16 bits': 0, '16 bits without relaxed SIMD': 0 },
  }
  const old = { ...kernelModules, relaxed: new Uint8Array() }
  if (!WebAssembly.validate(kernelModules.relaxed)) return null
  const kernels = [
    ...BYTES.map((form) => [form, openTransformerKernel(kernelModules, 'int8', form)] as const),
    ['16 bits', openTransformerKernel(kernelModules, 'int16')],
    ['16 bits without relaxed SIMD', openTransformerKernel(old)],
  ] as const
  for (const [form, kernel] of kernels) {
    if (!kernel) return null
    kernel.memory.grow(64)
    for (const size of PRODUCT_SIZES) {
      const { seen, expected } = byteProducts(kernel, size)
      wrong[form] += seen.filter((sum, i) => sum !== expected[i]).length
    }
  }
  return wrong
}

const preprocessor = createPreprocessor(kernelBytes)
const { signal } = new AbortController()

const clip: Recipe = {
  key: 'test',
  fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
  resample: 'bicubic',
  rescale: 1 / 255,
  mean: [0, 0, 0],
  std: [1, 1, 1],
}

const decodedHash = async ({ pixels }: DecodedPicture): Promise<string> => {
  const { width, height, orientation, order, opaque } = pixels
  const onItsSide = orientation.rotation === 90 || orientation.rotation === 270
  const stored = onItsSide ? { width: height, height: width } : { width, height }
  const rgba = new Uint8Array(width * height * 4)
  await pixels.read({ x: 0, y: 0, ...stored }, rgba, stored.width * 4)
  if (!opaque) flattenAlpha(rgba)
  return sha256(rgbOf(turnUpright(rgba, width, height, orientation), order))
}

/** @throws where the app would refuse the picture */
const valueOf = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

window.readPixels = async (address) => {
  const blob = await (await fetch(address)).blob()
  const picture = valueOf(await decodePicture(blob, { name: address, limitMegapixels: 100, signal }))
  const { crop } = valueOf(await preprocessor.preprocess(picture.pixels, clip, signal))
  const hashes: PixelHashes = {
    width: picture.pixels.width,
    height: picture.pixels.height,
    decoded_rgb_sha256: await decodedHash(picture),
    clip224_bicubic_rgb_sha256: await sha256(rgbOf(crop)),
  }
  picture.close()
  return hashes
}
