import * as v from 'valibot'
import { failed, type Outcome } from '../../core/errors/outcome'
import { type PreprocessorConfig, type Recipe, recipeFromConfig } from '../../core/pixels/recipe'

const file = 'preprocessor_config.json'

/** No CLIP-like model sees more; a hostile file could otherwise ask for gigabytes. */
const mostPixelsPerSide = 2048

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPixelsPerSide))
const size = v.union([
  side,
  v.object({ height: side, width: side }),
  // Not both: an upper bound for the longer edge makes the size depend on the picture.
  v.object({ shortest_edge: side, longest_edge: v.optional(v.never()) }),
])
const number = v.pipe(v.number(), v.finite())
const perChannel = v.pipe(v.tuple([number, number, number]), v.readonly())

/** Python writes `null` for "not stated". */
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
  resample: stated(number),
  do_center_crop: stated(v.boolean()),
  crop_size: stated(size),
  crop_pct: stated(number),
  do_rescale: stated(v.boolean()),
  rescale_factor: stated(number),
  do_normalize: stated(v.boolean()),
  image_mean: stated(perChannel),
  image_std: stated(perChannel),
  do_flip_channel_order: stated(v.boolean()),
  do_pad: stated(v.boolean()),
  max_num_patches: stated(number),
})

/**
 * A model's recipe from the parsed JSON of its `preprocessor_config.json`. Fails with `MODEL_CORRUPT` where the
 * file is not what its name says, with `UNSUPPORTED_MODEL` where it asks for what we cannot do.
 */
export const parsePreprocessorConfig = (json: unknown): Outcome<Recipe> => {
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return recipeFromConfig(parsed.output satisfies PreprocessorConfig)
  const [issue] = parsed.issues
  const detail = `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`
  return failed({ code: 'MODEL_CORRUPT', file, detail })
}
