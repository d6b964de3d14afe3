import * as v from 'valibot'
import { type Outcome } from '../../core/errors/outcome'
import type { Recipe, Resample } from '../../core/pixels/recipe'
import { type PreprocessorConfig, recipeFromConfig } from '../../core/pixels/recipe-of-config'
import { wrongShape } from './wrong-shape'

const file = 'preprocessor_config.json'

/** No CLIP-like model sees more; a hostile file could otherwise ask for gigabytes. */
const mostPixelsPerSide = 2048

/** Python writes `null` for "not stated", also within a size. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
    : value

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPixelsPerSide))
const size = v.pipe(
  v.unknown(),
  v.transform(withoutNulls),
  v.union([
    side,
    v.pipe(
      v.strictTuple([side]),
      v.transform(([only]) => only),
    ),
    v.pipe(
      v.strictTuple([side, side]),
      v.transform(([height, width]) => ({ height, width })),
    ),
    v.object({ height: side, width: side }),
    // Not both: an upper bound for the longer edge makes the size depend on the picture.
    v.object({ shortest_edge: side, longest_edge: v.optional(v.never()) }),
  ]),
)
const number = v.pipe(v.number(), v.finite())
const perChannel = v.union([
  v.pipe(v.strictTuple([number, number, number]), v.readonly()),
  v.pipe(
    v.union([
      number,
      v.pipe(
        v.strictTuple([number]),
        v.transform(([only]) => only),
      ),
    ]),
    v.transform((each) => [each, each, each] as const),
  ),
])

/** Pillow's numbers of its filters, which stand in most files. */
const FILTERS: readonly Resample[] = ['nearest', 'lanczos', 'bilinear', 'bicubic', 'box', 'hamming']

const filterOf = (stated: number | string): Resample | undefined =>
  typeof stated === 'number' ? FILTERS[stated] : FILTERS.find((name) => name === stated.toLowerCase())

const resample = v.pipe(
  v.union([number, v.string()]),
  v.transform(filterOf),
  v.custom<Resample>((filter) => filter !== undefined, 'it is none of Pillow’s filters'),
)

/** What is not stated is `null` or absent. */
const stated = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(
    v.nullish(schema),
    v.transform((value): v.InferOutput<T> | undefined => value ?? undefined),
  )

/** Unknown fields pass: files carry many that concern Python alone. */
const schema = v.object({
  image_processor_type: stated(v.string()),
  feature_extractor_type: stated(v.string()),
  do_resize: stated(v.boolean()),
  size: stated(size),
  resample: stated(resample),
  do_center_crop: stated(v.boolean()),
  crop_size: stated(size),
  crop_pct: stated(number),
  do_rescale: stated(v.boolean()),
  rescale_factor: stated(number),
  rescale_offset: stated(v.boolean()),
  do_normalize: stated(v.boolean()),
  image_mean: stated(perChannel),
  image_std: stated(perChannel),
  include_top: stated(v.boolean()),
  do_flip_channel_order: stated(v.boolean()),
  do_pad: stated(v.boolean()),
  max_num_patches: stated(number),
})

/** How open_clip writes it (`preprocess_cfg`), and Jina's processor after it. */
const openClipSchema = v.object({
  mean: perChannel,
  std: perChannel,
  size: stated(size),
  interpolation: v.optional(resample, 'bicubic'),
  resize_mode: v.optional(v.picklist(['shortest', 'squash', 'longest']), 'shortest'),
})

/** As `PreprocessorConfig`; `longest` fills what is left of the square. */
const fromOpenClip = ({
  mean,
  std,
  size: given,
  interpolation,
  resize_mode,
}: v.InferOutput<typeof openClipSchema>): PreprocessorConfig => {
  const { height, width } =
    typeof given === 'object' && 'height' in given ? given : { height: given, width: given }
  const common = { image_mean: mean, image_std: std, resample: interpolation }
  if (typeof height !== 'number' || typeof width !== 'number') return common
  const square = { height, width }
  return resize_mode === 'shortest'
    ? { ...common, size: { shortest_edge: Math.min(height, width) }, do_center_crop: true, crop_size: square }
    : { ...common, size: square, do_center_crop: false, do_pad: resize_mode === 'longest' }
}

const hasMember = <Name extends string>(json: unknown, name: Name): json is Record<Name, unknown> =>
  typeof json === 'object' && json !== null && name in json

/** The part of a file that says what becomes of a picture. */
const pictureConfig = (json: unknown): unknown => {
  // Transformers 5 keeps one file for pictures and text: `processor_config.json`.
  if (hasMember(json, 'image_processor')) return json.image_processor
  if (!hasMember(json, 'preprocess_cfg')) return json
  // `open_clip_config.json`, where the size may stand with the tower.
  const vision =
    hasMember(json, 'model_cfg') && hasMember(json.model_cfg, 'vision_cfg') && json.model_cfg.vision_cfg
  const ofTower = hasMember(vision, 'image_size') ? vision.image_size : undefined
  return typeof json.preprocess_cfg === 'object'
    ? { size: ofTower, ...json.preprocess_cfg }
    : json.preprocess_cfg
}

/**
 * A model's recipe from the parsed JSON of its `preprocessor_config.json`, `processor_config.json` or
 * `open_clip_config.json`. Fails with `MODEL_CORRUPT` where the file is not what its name says, with
 * `UNSUPPORTED_MODEL` where it asks for what we cannot do.
 */
export const parsePreprocessorConfig = (json: unknown): Outcome<Recipe> => {
  const config = pictureConfig(json)
  if (hasMember(config, 'mean') && hasMember(config, 'std')) {
    const parsed = v.safeParse(openClipSchema, config)
    return parsed.success ? recipeFromConfig(fromOpenClip(parsed.output)) : wrongShape(file, parsed.issues)
  }
  const parsed = v.safeParse(schema, config)
  return parsed.success ? recipeFromConfig(parsed.output) : wrongShape(file, parsed.issues)
}
