import { done, failed, type Outcome } from './outcome'
import type { Fit, Recipe, Resample } from './recipe'

/** A size as `preprocessor_config.json` may state it. */
export type ConfigSize =
  number | { readonly shortest_edge: number } | { readonly width: number; readonly height: number }

/** The fields of `preprocessor_config.json` that matter, after a schema has seen them. */
export interface PreprocessorConfig {
  readonly do_resize: boolean
  readonly size: ConfigSize
  /** Pillow's number of the filter. */
  readonly resample: number
  /** Left out by processors that have no crop (ViT, SigLIP): then a size of both edges means none. */
  readonly do_center_crop?: boolean | undefined
  readonly crop_size?: ConfigSize | undefined
  readonly do_rescale: boolean
  readonly rescale_factor: number
  readonly do_normalize: boolean
  readonly image_mean?: readonly [number, number, number] | undefined
  readonly image_std?: readonly [number, number, number] | undefined
}

/** Counts the versions of our own algorithm: a change of any byte of any crop raises it. */
const ALGORITHM = 1

/** Pillow's filters that we have to the byte. */
const RESAMPLES = new Map<number, Resample>([
  [2, 'bilinear'],
  [3, 'bicubic'],
])

const NO_MEAN = [0, 0, 0] as const
const NO_STD = [1, 1, 1] as const

const toSquare = (size: ConfigSize): { width: number; height: number } => {
  if (typeof size === 'number') return { width: size, height: size }
  return 'width' in size
    ? { width: size.width, height: size.height }
    : { width: size.shortest_edge, height: size.shortest_edge }
}

/**
 * With a centre crop the shorter edge is resized; a size of both edges and no crop forces them. A bare number
 * without a crop means both edges too, as in the ViT and SigLIP processors.
 */
const toFit = ({ size, do_center_crop, crop_size }: PreprocessorConfig): Fit | null => {
  const bothEdges = typeof size === 'object' && 'width' in size
  if (!(do_center_crop ?? !bothEdges)) {
    return typeof size === 'object' && 'shortest_edge' in size ? null : { kind: 'squash', ...toSquare(size) }
  }
  if (bothEdges && size.width !== size.height) return null
  return { kind: 'crop', resizeTo: toSquare(size).width, ...toSquare(crop_size ?? size) }
}

/** How the key names a fit. */
const fitKey = (fit: Fit): string =>
  fit.kind === 'crop' ? `crop${fit.resizeTo}-${fit.width}x${fit.height}` : `squash-${fit.width}x${fit.height}`

/**
 * Reads a recipe out of a model's preprocessor configuration.
 * Fails with `UNSUPPORTED_MODEL` where the pixels could not be the ones that the model was trained on.
 */
export const recipeFromConfig = (config: PreprocessorConfig): Outcome<Recipe> => {
  const unsupported = (detail: string) => failed({ code: 'UNSUPPORTED_MODEL', detail })
  if (!config.do_resize) return unsupported('its preprocessing does not resize')
  const resample = RESAMPLES.get(config.resample)
  if (!resample)
    return unsupported(`its resampling filter is number ${config.resample}, not bilinear or bicubic`)
  const fit = toFit(config)
  if (!fit) return unsupported('its pictures have no fixed shape')
  const rescale = config.do_rescale ? config.rescale_factor : 1
  const mean = config.do_normalize ? (config.image_mean ?? NO_MEAN) : NO_MEAN
  const std = config.do_normalize ? (config.image_std ?? NO_STD) : NO_STD
  const normalisation = config.do_normalize ? `mean${mean.join(',')}-std${std.join(',')}` : 'raw'
  const key = [`v${ALGORITHM}`, fitKey(fit), resample, `x${rescale}`, normalisation].join('-')
  return done({ key, fit, resample, rescale, mean, std })
}
