/** How a pixel between source pixels is weighed. Numbers are Pillow's, as `preprocessor_config.json` has them. */
export type Resample = 'bilinear' | 'bicubic'

/** How a picture is fitted to the model's square. */
export type Fit =
  /** The shorter edge becomes `size`, the middle `size x size` is kept (CLIP, MobileCLIP). */
  | { readonly kind: 'crop'; readonly resizeTo: number; readonly width: number; readonly height: number }
  /** Both edges are forced, the aspect ratio is lost (SigLIP). */
  | { readonly kind: 'squash'; readonly width: number; readonly height: number }

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
}
