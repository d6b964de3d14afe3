import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import { recipeOver } from '../../core/pixels/crops/extent'
import { cropFrames } from '../../core/pixels/crops/plan-crops'
import type { Recipe } from '../../core/pixels/recipe'
import type { EngineClient } from '../engine-client'

/** A picture, or a crop of a long one. */
export interface PartOfPicture {
  readonly file: Blob
  /** Goes into errors. */
  readonly name: string
  /** Which crop, counted from 0 at the left or at the top; `null` for the middle, which is what models see. */
  readonly crop: number | null
}

/** A picture as the model that answers takes it, for looks at parts of it. */
interface PreparedByModel {
  readonly tensor: Float32Array<ArrayBuffer>
  /** The part of the picture that `tensor` is of. */
  readonly frame: CropFrame
  readonly recipe: Recipe
  /** `LoadedModel.key` of that model. */
  readonly modelKey: string
}

/**
 * Prepares a picture, exactly, for the model that answers: its middle, whatever else of it is looked at, or a crop. Fails
 * as `embedPicture` does.
 */
export const prepareByModel = async (
  engine: Pick<EngineClient, 'model' | 'trials'>,
  { file, name, crop }: PartOfPicture,
  signal: AbortSignal,
): Promise<Outcome<PreparedByModel>> => {
  const model = engine.model()
  if (!model) return failed({ code: 'MODEL_NOT_LOADED' })
  const { key: modelKey } = model
  const recipe = recipeOver(model.recipe, crop === null ? 'middle' : 'whole')
  const prepared = await engine.trials.prepare(file, name, { recipe, reading: 'exact' }, signal)
  if (prepared.kind !== 'done') return prepared
  const { tensor, frame, more = [] } = prepared.value
  if (crop === null) return done({ tensor, frame, recipe, modelKey })
  const [part, place] = [[tensor, ...more][crop], cropFrames(prepared.value, recipe.fit)[crop]]
  return part && place
    ? done({ tensor: part, frame: place, recipe, modelKey })
    : failed({ code: 'UNEXPECTED', detail: `${name} has no crop ${crop}` })
}
