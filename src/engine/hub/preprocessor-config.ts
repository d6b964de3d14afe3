import * as v from 'valibot'
import { failed, type Outcome } from '../../core/outcome'
import { recipeFromConfig } from '../../core/recipe-from-config'
import type { Recipe } from '../../core/recipe'

/** No model of this kind looks at more; a file that asks for more would have gigabytes allocated. */
const MAX_EDGE = 2048

const Edge = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_EDGE))
const Size = v.union([Edge, v.object({ shortest_edge: Edge }), v.object({ width: Edge, height: Edge })])
const Positive = v.pipe(v.number(), v.finite(), v.gtValue(0))
const Channels = v.tuple([v.number(), v.number(), v.number()])

/** Defaults are those of the hub's CLIP processor, which its configs leave out. */
const Schema = v.object({
  do_resize: v.optional(v.boolean(), true),
  size: v.optional(Size, { shortest_edge: 224 }),
  resample: v.optional(v.number(), 3),
  do_center_crop: v.optional(v.boolean(), true),
  crop_size: v.optional(Size),
  do_rescale: v.optional(v.boolean(), true),
  rescale_factor: v.optional(Positive, 1 / 255),
  do_normalize: v.optional(v.boolean(), true),
  image_mean: v.optional(Channels),
  image_std: v.optional(v.tuple([Positive, Positive, Positive])),
})

/** Checks a `preprocessor_config.json` and reads its recipe. `file` names it in errors. */
export const parsePreprocessorConfig = (json: unknown, file: string): Outcome<Recipe> => {
  const parsed = v.safeParse(Schema, json)
  return parsed.success
    ? recipeFromConfig(parsed.output)
    : failed({ code: 'MODEL_CORRUPT', file, detail: v.summarize(parsed.issues) })
}
