import type { LoadedModel } from '../../model/loaded-model'
import type { Recipe } from '../recipe'

/** How much of a long picture is looked at: its middle, as models are made for, or all of it in several crops (ADR 53). */
export type Extent = 'middle' | 'whole'

/**
 * A picture is looked at in several crops where its long side is so many times as long as what the middle crop sees of
 * it. A photograph of 3:2 is, whatever its sides were rounded to; one of 4:3 is not, and misses an eighth at each end.
 */
export const LONG_RATIO = 1.45

/** In the keys of models and recipes that look at all of a picture. Counted up whenever other crops are taken. */
const MARK = 'whole1'

const unmarked = (key: string): string => key.replace(new RegExp(`[|/]${MARK}$`), '')

/** The recipe that looks at so much of a picture. Its key says so, and so does every record. */
export const recipeOver = (recipe: Recipe, extent: Extent): Recipe => {
  const { fit, resample, rescale, mean, std, channels } = recipe
  const parts = { fit, resample, rescale, mean, std, ...(channels && { channels }) }
  const key = unmarked(recipe.key)
  return extent === 'middle' ? { key, ...parts } : { key: `${key}/${MARK}`, ...parts, extent }
}

/** The key of a model that looks at so much of a picture: what was made of all of one is never taken for its middle. */
export const modelKeyOver = (key: string, extent: Extent): string =>
  extent === 'middle' ? unmarked(key) : `${unmarked(key)}|${MARK}`

/** A model as it answers where so much of a picture is looked at. */
export const modelOver = <Model extends LoadedModel>(model: Model, extent: Extent): Model => ({
  ...model,
  key: modelKeyOver(model.key, extent),
  recipe: recipeOver(model.recipe, extent),
})
