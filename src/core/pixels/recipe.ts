/** How a pixel between source pixels is weighed; the names are Pillow's. */
export type Resample = 'nearest' | 'box' | 'bilinear' | 'hamming' | 'bicubic' | 'lanczos'

/** How a picture is fitted to the model's square. */
export type Fit =
  /** The shorter edge becomes `resizeTo`, the middle `width x height` is kept (CLIP, MobileCLIP). */
  | { readonly kind: 'crop'; readonly resizeTo: number; readonly width: number; readonly height: number }
  /** Both edges are forced, the aspect ratio is lost (SigLIP, ViT); of a larger `resized` one the middle is kept (DeiT). */
  | {
      readonly kind: 'squash'
      readonly width: number
      readonly height: number
      readonly resized?: { readonly width: number; readonly height: number }
    }

/**
 * A model's preprocessing as data, read from its `preprocessor_config.json`. `key` names every field that
 * changes a pixel, plus the version of our own algorithm, so it belongs in each cache key and each record.
 */
export interface Recipe {
  readonly key: string
  readonly fit: Fit
  readonly resample: Resample
  /** Multiplies the 0-255 value first, usually 1/255. */
  readonly rescale: number
  /** Per channel R, G, B, after rescaling. `[0, 0, 0]` and `[1, 1, 1]` where the model does not normalise. */
  readonly mean: readonly [number, number, number]
  readonly std: readonly [number, number, number]
  /** Blue comes first, as MobileViT has it; absent where red does, as everywhere else. */
  readonly channels?: 'bgr'
  /** All of a long picture is looked at, in several crops; absent where its middle alone is: see `recipeOver`. */
  readonly extent?: 'whole'
}

/** Raised whenever the same recipe gives other pixels than before. */
const algorithmVersion = 1

const geometryOf = (fit: Fit): string => {
  const size = `${fit.width}x${fit.height}`
  if (fit.kind === 'crop') return `crop-${fit.resizeTo}-${size}`
  return fit.resized ? `squash-${fit.resized.width}x${fit.resized.height}-${size}` : `squash-${size}`
}

const keyOf = ({ fit, resample, rescale, mean, std, channels }: Omit<Recipe, 'key'>): string => {
  const order = channels ? [channels] : []
  const numbers = [rescale, mean.join(','), std.join(','), ...order]
  return [`v${algorithmVersion}`, geometryOf(fit), resample, ...numbers].join('/')
}

/** The recipe of these parts, with its key. */
export const toRecipe = (parts: Omit<Recipe, 'key'>): Recipe => ({ key: keyOf(parts), ...parts })
