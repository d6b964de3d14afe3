import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { flattenAlpha } from '../../core/pixels/flatten-alpha'
import { pixelsToTensor } from '../../core/pixels/pixels-to-tensor'
import { resizeCrop } from '../../core/pixels/resize/resize-crop'
import { planCrops } from '../../core/pixels/crops/plan-crops'
import { planResize, type ResizePlan } from '../../core/pixels/resize/resize-plan'
import { turnUpright } from '../../core/pixels/turn-upright'
import type { Recipe } from '../../core/pixels/recipe'
import { storedSize, type PixelSource } from './pixel-source'
import { resizeInBands } from './resize-in-bands'
import { compileResizeKernel, type ResizeKernel } from './resize-kernel'

/** A picture as a model takes it. */
export interface Preprocessed {
  readonly plan: ResizePlan
  /** The model's view before normalisation: `plan.width * plan.height * 4` bytes R, G, B, 255. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>
  /** Normalised float32 `[3, plan.height, plan.width]`. Its buffer is its own, as that of `crop`: transfer them. */
  readonly tensor: Float32Array<ArrayBuffer>
  /** The crops behind the first, where the recipe looks at all of a picture and this one is long. */
  readonly more: readonly CropOfPicture[]
}

/** Another crop of the same picture. */
interface CropOfPicture {
  readonly plan: ResizePlan
  /** As of {@link Preprocessed}. */
  readonly tensor: Float32Array<ArrayBuffer>
}

export interface Preprocessor {
  /** Whether the SIMD kernel runs; without it the plain version gives the same bytes, about ten times slower. */
  readonly simd: boolean
  /**
   * Flattens over white, resizes, crops and normalises, to the byte as Pillow does. Calls may overlap.
   * Fails with `OUT_OF_MEMORY` or `UNEXPECTED`.
   */
  readonly preprocess: (
    source: PixelSource,
    recipe: Recipe,
    signal: AbortSignal,
  ) => Promise<Outcome<Preprocessed>>
}

/** The plain way: all stored pixels at once, set upright, then resized. */
const resizeWhole = async (
  source: PixelSource,
  plan: ResizePlan,
  recipe: Recipe,
): Promise<Uint8ClampedArray<ArrayBuffer>> => {
  const { width, height, orientation } = source
  const stored = storedSize(source)
  const pixels = new Uint8Array(width * height * 4)
  await source.read({ x: 0, y: 0, ...stored }, pixels, stored.width * 4)
  if (!source.opaque) flattenAlpha(pixels)
  const crop = resizeCrop(
    turnUpright(pixels, width, height, orientation),
    width,
    height,
    plan,
    recipe.resample,
  )
  if (source.order === 'bgr') {
    for (let at = 0; at < crop.length; at += 4) crop.subarray(at, at + 3).reverse()
  }
  return crop
}

/**
 * @param kernelBytes `resize-kernel.as.ts?wasm-bytes`, compiled here and now: a millisecond
 */
export const createPreprocessor = (kernelBytes: Uint8Array<ArrayBuffer>): Preprocessor => {
  const createKernel = compileResizeKernel(kernelBytes)
  // A kernel's memory belongs to one picture at a time. Idle ones are kept: an instance reserves gigabytes of
  // address space that only the garbage collector gives back. There are as many as calls have overlapped.
  const idle: ResizeKernel[] = []

  const resize = async (
    source: PixelSource,
    plan: ResizePlan,
    recipe: Recipe,
    signal: AbortSignal,
  ): Promise<Outcome<Uint8ClampedArray<ArrayBuffer>>> => {
    if (!createKernel) return done(await resizeWhole(source, plan, recipe))
    const kernel = idle.pop() ?? createKernel()
    try {
      return await resizeInBands(kernel, source, plan, recipe.resample, signal)
    } finally {
      idle.push(kernel)
    }
  }

  return {
    simd: createKernel !== undefined,
    preprocess: async (source, recipe, signal) => {
      if (signal.aborted) return cancelled
      const middle = planResize(source.width, source.height, recipe.fit)
      const [plan = middle, ...others] = recipe.extent === 'whole' ? planCrops(middle) : [middle]
      try {
        const resized = await resize(source, plan, recipe, signal)
        if (resized.kind !== 'done') return resized
        const more: CropOfPicture[] = []
        for (const other of others) {
          const crop = await resize(source, other, recipe, signal)
          if (crop.kind !== 'done') return crop
          more.push({ plan: other, tensor: pixelsToTensor(crop.value, recipe) })
        }
        return done({ plan, crop: resized.value, tensor: pixelsToTensor(resized.value, recipe), more })
      } catch (error) {
        if (error instanceof RangeError) return failed({ code: 'OUT_OF_MEMORY', doing: 'resizing a picture' })
        return failed({ code: 'UNEXPECTED', detail: String(error) })
      }
    },
  }
}
