import { done, failed, type Outcome } from '../errors/outcome'

/** How a pixel between source pixels is weighed; the names are Pillow's. */
export type Resample = 'bilinear' | 'bicubic'

/** How a picture is fitted to the model's square. */
export type Fit =
  /** The shorter edge becomes `resizeTo`, the middle `width x height` is kept (CLIP, MobileCLIP). */
  | { readonly kind: 'crop'; readonly resizeTo: number; readonly width: number; readonly height: number }
  /** Both edges are forced, the aspect ratio is lost (SigLIP, ViT). */
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
  /** Blue comes first, as MobileViT has it; absent where red does, as everywhere else. */
  readonly channels?: 'bgr'
}

/** Raised whenever the same recipe gives other pixels than before. */
const algorithmVersion = 1

const keyOf = ({ fit, resample, rescale, mean, std, channels }: Omit<Recipe, 'key'>): string => {
  const size = `${fit.width}x${fit.height}`
  const geometry = fit.kind === 'crop' ? `crop-${fit.resizeTo}-${size}` : `squash-${size}`
  const order = channels ? [channels] : []
  return [`v${algorithmVersion}`, geometry, resample, rescale, mean.join(','), std.join(','), ...order].join(
    '/',
  )
}

type Size = number | { readonly shortest_edge: number } | { readonly height: number; readonly width: number }

/** The fields of `preprocessor_config.json` that change a pixel, their types checked; absent where not stated. */
export interface PreprocessorConfig {
  readonly image_processor_type?: string | undefined
  /** The older name of `image_processor_type`. */
  readonly feature_extractor_type?: string | undefined
  readonly do_resize?: boolean | undefined
  readonly size?: Size | undefined
  /** Pillow's number of a filter. */
  readonly resample?: number | undefined
  readonly do_center_crop?: boolean | undefined
  readonly crop_size?: Size | undefined
  readonly crop_pct?: number | undefined
  readonly do_rescale?: boolean | undefined
  readonly rescale_factor?: number | undefined
  readonly do_normalize?: boolean | undefined
  readonly image_mean?: readonly [number, number, number] | undefined
  readonly image_std?: readonly [number, number, number] | undefined
  readonly do_flip_channel_order?: boolean | undefined
  readonly do_pad?: boolean | undefined
  /** SigLIP 2's variable resolution. */
  readonly max_num_patches?: number | undefined
}

/** Pillow's filter numbers. The others (nearest, Lanczos, box, Hamming) no CLIP-like model uses. */
const resampleByNumber: Readonly<Record<number, Resample>> = { 2: 'bilinear', 3: 'bicubic' }

interface Defaults {
  readonly resample?: Resample
  readonly centerCrop: boolean
  readonly normalize: boolean
  readonly flipChannels: boolean
  /** The share of the resized picture's shorter edge that is kept; absent where a processor has no such thing. */
  readonly cropShare?: number
}

const ORDINARY: Defaults = { centerCrop: false, normalize: true, flipChannels: false }

/** From this size on ConvNeXT's processor keeps the whole picture. */
const CONVNEXT_SQUASHES_FROM = 384

/** What the Python class of that name does where a file does not say; a file without a name is taken as CLIP's. */
const defaultsOf = (processor: string): Defaults => {
  if (processor.startsWith('CLIP')) return { ...ORDINARY, resample: 'bicubic', centerCrop: true }
  if (/^siglip/i.test(processor)) return { ...ORDINARY, resample: 'bicubic' }
  if (processor.startsWith('ViT')) return { ...ORDINARY, resample: 'bilinear' }
  if (processor.startsWith('MobileNet')) return { ...ORDINARY, resample: 'bilinear', centerCrop: true }
  if (processor.startsWith('MobileViT'))
    return { resample: 'bilinear', centerCrop: true, normalize: false, flipChannels: true }
  // ResNets use ConvNeXT's, which crops by itself.
  if (processor.startsWith('ConvNext')) return { ...ORDINARY, resample: 'bilinear', cropShare: 224 / 256 }
  return ORDINARY
}

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

/** A fit, or what about the configuration cannot be done. */
const fitOf = (config: PreprocessorConfig, { centerCrop, cropShare }: Defaults): Fit | string => {
  const { size, crop_size: cropSize = size } = config
  if (config.do_resize === false) return 'do_resize is false: pictures would keep their sizes'
  if (config.do_pad) return 'do_pad is not supported'
  if (config.max_num_patches !== undefined) return 'variable resolution (max_num_patches) is not supported'
  if (size === undefined || cropSize === undefined) return 'size is missing'
  if (cropShare !== undefined) {
    const share = config.crop_pct ?? cropShare
    return share > 0 && share <= 1 ? convNextFit(size, share) : 'crop_pct is not a share of 1'
  }
  if (config.crop_pct !== undefined) return 'crop_pct is not supported'
  if (typeof size === 'object' && 'height' in size) {
    const { width, height } = rectangle(size)
    const crop = centerCrop ? rectangle(cropSize) : size
    if (crop.width !== width || crop.height !== height) return 'a crop of a squashed picture is not supported'
    return { kind: 'squash', width, height }
  }
  const resizeTo = typeof size === 'number' ? size : size.shortest_edge
  if (centerCrop) return { kind: 'crop', resizeTo, ...rectangle(cropSize) }
  if (typeof size === 'number') return { kind: 'squash', width: size, height: size }
  return 'size states the shortest edge, but nothing crops to a fixed size'
}

const unsupported = (detail: string) =>
  failed({ code: 'UNSUPPORTED_MODEL', detail: `preprocessor_config.json: ${detail}` })

/**
 * Reads a recipe as Hugging Face's image processors would, or says why it cannot be followed to the pixel:
 * a recipe that is half understood gives wrong answers without an error.
 */
export const recipeFromConfig = (config: PreprocessorConfig): Outcome<Recipe> => {
  const defaults = defaultsOf(config.image_processor_type ?? config.feature_extractor_type ?? 'CLIP')
  const fit = fitOf(config, { ...defaults, centerCrop: config.do_center_crop ?? defaults.centerCrop })
  if (typeof fit === 'string') return unsupported(fit)

  const resample =
    config.resample === undefined ? defaults.resample : (resampleByNumber[config.resample] ?? undefined)
  if (!resample) return unsupported(`resample ${config.resample ?? 'is missing and'} is not supported`)

  const normalize = config.do_normalize ?? defaults.normalize
  const { image_mean: mean, image_std: std } = config
  if (normalize && !(mean && std)) return unsupported('image_mean or image_std is missing')
  if (normalize && std?.includes(0)) return unsupported('image_std holds a zero')

  const parts: Omit<Recipe, 'key'> = {
    fit,
    resample,
    rescale: (config.do_rescale ?? true) ? (config.rescale_factor ?? 1 / 255) : 1,
    mean: normalize && mean ? mean : [0, 0, 0],
    std: normalize && std ? std : [1, 1, 1],
    ...((config.do_flip_channel_order ?? defaults.flipChannels) && { channels: 'bgr' as const }),
  }
  return done({ key: keyOf(parts), ...parts })
}
