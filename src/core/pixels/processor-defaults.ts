import type { Resample } from './recipe'

/** What a processor may state of a size: what a number means is its class's. */
export type Size =
  number | { readonly shortest_edge: number } | { readonly height: number; readonly width: number }

type PerChannel = readonly [number, number, number]

/** What a Python class does where a file does not say. */
export interface ProcessorDefaults {
  readonly size?: Size
  readonly cropSize?: Size
  readonly resample?: Resample
  readonly centerCrop: boolean
  /** Whether a size that is one number forces both edges, also where a crop follows. */
  readonly squashesNumbers: boolean
  readonly normalize: boolean
  readonly mean?: PerChannel
  readonly std?: PerChannel
  readonly flipChannels: boolean
  /** The share of the resized picture's shorter edge that is kept; absent where a class has no such thing. */
  readonly cropShare?: number
  /** Whether it divides by the deviation a second time. */
  readonly dividesTwice: boolean
  /** Whether its pictures keep their shapes. */
  readonly variable: boolean
}

/** Of a class that is not known: what it is silent about is missing. */
const UNKNOWN: ProcessorDefaults = {
  centerCrop: false,
  squashesNumbers: false,
  normalize: true,
  flipChannels: false,
  dividesTwice: false,
  variable: false,
}

/** Transformers' `image_utils`: OPENAI_CLIP_MEAN and _STD, IMAGENET_STANDARD_MEAN and _STD, IMAGENET_DEFAULT_MEAN and _STD. */
const CLIP_NUMBERS = {
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
} as const
const HALVES = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } as const
const IMAGENET_NUMBERS = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const

const square = (side: number): Size => ({ height: side, width: side })
const shortest = (side: number): Size => ({ shortest_edge: side })

const CLIP: ProcessorDefaults = {
  ...UNKNOWN,
  ...CLIP_NUMBERS,
  resample: 'bicubic',
  centerCrop: true,
}

/**
 * The arguments' defaults in `image_processing_*.py` of transformers 4.57, by the beginning of the class's name: the
 * rest is `ImageProcessor`, `ImageProcessorFast` or `FeatureExtractor`.
 */
const CLASSES: readonly (readonly [RegExp, ProcessorDefaults])[] = [
  [/^((chinese)?clip|bit)/i, { ...CLIP, size: shortest(224), cropSize: square(224) }],
  [/^siglip2/i, { ...UNKNOWN, ...HALVES, resample: 'bilinear', variable: true }],
  [/^siglip/i, { ...UNKNOWN, ...HALVES, size: square(224), resample: 'bicubic' }],
  [
    /^[db]eit/i,
    {
      ...{ ...UNKNOWN, ...HALVES, size: square(256), cropSize: square(224), resample: 'bicubic' },
      ...{ centerCrop: true, squashesNumbers: true },
    },
  ],
  [/^vit/i, { ...UNKNOWN, ...HALVES, size: square(224), resample: 'bilinear', squashesNumbers: true }],
  [
    /^pvt/i,
    { ...UNKNOWN, ...IMAGENET_NUMBERS, size: square(224), resample: 'bilinear', squashesNumbers: true },
  ],
  [
    /^mobilenet/i,
    {
      ...{ ...UNKNOWN, ...HALVES, size: shortest(256), cropSize: square(224) },
      ...{ resample: 'bilinear', centerCrop: true },
    },
  ],
  [
    /^mobilevit/i,
    {
      ...{ ...UNKNOWN, size: shortest(224), cropSize: square(256), resample: 'bilinear' },
      ...{ centerCrop: true, normalize: false, flipChannels: true },
    },
  ],
  // ResNets and RegNets use ConvNeXT's, which crops by itself.
  [/^convnext/i, { ...UNKNOWN, ...HALVES, size: shortest(384), resample: 'bilinear', cropShare: 224 / 256 }],
  [
    /^efficientnet/i,
    {
      ...{ ...UNKNOWN, ...HALVES, size: square(346), cropSize: square(289), resample: 'nearest' },
      ...{ squashesNumbers: true, dividesTwice: true },
    },
  ],
]

/**
 * What the class of that name does where a file does not say.
 * @param name as the file has it; `null` where it names none: it is taken as CLIP's, of which every size is stated.
 */
export const processorDefaults = (name: string | null): ProcessorDefaults =>
  name === null ? CLIP : (CLASSES.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN)
