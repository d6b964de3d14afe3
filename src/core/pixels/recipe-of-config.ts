import { done, failed, type Outcome } from '../errors/outcome'
import { processorDefaults, type ProcessorDefaults, type Size } from './processor-defaults'
import { toRecipe, type Fit, type Recipe, type Resample } from './recipe'

/** The fields of `preprocessor_config.json` that change a pixel, their types checked; absent where not stated. */
export interface PreprocessorConfig {
  readonly image_processor_type?: string | undefined
  /** The older name of `image_processor_type`. */
  readonly feature_extractor_type?: string | undefined
  readonly do_resize?: boolean | undefined
  readonly size?: Size | undefined
  readonly resample?: Resample | undefined
  readonly do_center_crop?: boolean | undefined
  readonly crop_size?: Size | undefined
  readonly crop_pct?: number | undefined
  readonly do_rescale?: boolean | undefined
  readonly rescale_factor?: number | undefined
  /** EfficientNet's: values around 0 in place of shares. */
  readonly rescale_offset?: boolean | undefined
  readonly do_normalize?: boolean | undefined
  readonly image_mean?: readonly [number, number, number] | undefined
  readonly image_std?: readonly [number, number, number] | undefined
  /** EfficientNet's: divides by the deviation a second time. */
  readonly include_top?: boolean | undefined
  readonly do_flip_channel_order?: boolean | undefined
  readonly do_pad?: boolean | undefined
  /** SigLIP 2's variable resolution. */
  readonly max_num_patches?: number | undefined
}

/** From this size on ConvNeXT's processor keeps the whole picture. */
const CONVNEXT_SQUASHES_FROM = 384

const rectangle = (size: Size): { readonly width: number; readonly height: number } => {
  if (typeof size === 'number') return { width: size, height: size }
  if ('shortest_edge' in size) return { width: size.shortest_edge, height: size.shortest_edge }
  return { width: size.width, height: size.height }
}

/** ConvNeXT's: the picture is made larger than wanted by `1 / share`, and its middle kept. */
const convNextFit = (size: Size, share: number): Fit => {
  const { width: side } = rectangle(size)
  const square = { width: side, height: side }
  return side < CONVNEXT_SQUASHES_FROM
    ? { kind: 'crop', resizeTo: Math.trunc(side / share), ...square }
    : { kind: 'squash', ...square }
}

const squashFit = (size: Size, crop: Size | null): Fit => {
  const resized = rectangle(size)
  const kept = crop ? rectangle(crop) : resized
  return kept.width === resized.width && kept.height === resized.height
    ? { kind: 'squash', ...kept }
    : { kind: 'squash', ...kept, resized }
}

/** A fit, or what about the configuration cannot be done. */
const fitOf = (config: PreprocessorConfig, defaults: ProcessorDefaults): Fit | string => {
  const size = config.size ?? defaults.size
  if (config.do_resize === false) return 'do_resize is false: pictures would keep their sizes'
  if (config.do_pad) return 'do_pad is not supported'
  if (config.max_num_patches !== undefined || defaults.variable)
    return 'variable resolution (NaFlex) is not supported'
  if (size === undefined) return 'size is missing'
  if (defaults.cropShare !== undefined) {
    const share = config.crop_pct ?? defaults.cropShare
    return share > 0 && share <= 1 ? convNextFit(size, share) : 'crop_pct is not a share of 1'
  }
  if (config.crop_pct !== undefined) return 'crop_pct is not supported'
  const centerCrop = config.do_center_crop ?? defaults.centerCrop
  const cropSize = config.crop_size ?? defaults.cropSize ?? size
  const isSquash = typeof size === 'number' ? defaults.squashesNumbers || !centerCrop : 'height' in size
  if (isSquash) return squashFit(size, centerCrop ? cropSize : null)
  if (!centerCrop) return 'size states the shortest edge, but nothing crops to a fixed size'
  const { width: resizeTo } = rectangle(size)
  return { kind: 'crop', resizeTo, ...rectangle(cropSize) }
}

const unsupported = (detail: string) =>
  failed({ code: 'UNSUPPORTED_MODEL', detail: `preprocessor_config.json: ${detail}` })

/**
 * Reads a recipe as Hugging Face's image processors would, or says why it cannot be followed to the pixel:
 * a recipe that is half understood gives wrong answers without an error.
 */
export const recipeFromConfig = (config: PreprocessorConfig): Outcome<Recipe> => {
  const defaults = processorDefaults(config.image_processor_type ?? config.feature_extractor_type ?? null)
  const fit = fitOf(config, defaults)
  if (typeof fit === 'string') return unsupported(fit)
  const resample = config.resample ?? defaults.resample
  if (!resample) return unsupported('resample is missing')
  if (config.rescale_offset) return unsupported('rescale_offset is not supported')

  const normalize = config.do_normalize ?? defaults.normalize
  const mean = config.image_mean ?? defaults.mean
  const std = config.image_std ?? defaults.std
  if (normalize && !(mean && std)) return unsupported('image_mean or image_std is missing')
  if (normalize && std?.includes(0)) return unsupported('image_std holds a zero')
  const twice = config.include_top ?? defaults.dividesTwice
  const [red, green, blue] = std ?? [1, 1, 1]
  return done(
    toRecipe({
      fit,
      resample,
      rescale: (config.do_rescale ?? true) ? (config.rescale_factor ?? 1 / 255) : 1,
      mean: normalize && mean ? mean : [0, 0, 0],
      std: normalize ? (twice ? [red ** 2, green ** 2, blue ** 2] : [red, green, blue]) : [1, 1, 1],
      ...((config.do_flip_channel_order ?? defaults.flipChannels) && { channels: 'bgr' as const }),
    }),
  )
}
