import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import { recipeOver } from '../../core/pixels/crops/extent'
import type { Recipe } from '../../core/pixels/recipe'
import type { EngineClient } from '../engine-client'

/** A picture as the model that answers takes it, for looks at parts of it. */
interface PreparedByModel {
  readonly tensor: Float32Array<ArrayBuffer>
  /** The part of the picture that the model sees. */
  readonly frame: CropFrame
  readonly recipe: Recipe
  /** `LoadedModel.key` of that model. */
  readonly modelKey: string
}

/**
 * Prepares a picture, exactly, for the model that answers: its middle, whatever else of it is looked at. Fails as
 * `embedPicture` does.
 */
export const prepareByModel = async (
  engine: Pick<EngineClient, 'model' | 'trials'>,
  picture: Blob,
  name: string,
  signal: AbortSignal,
): Promise<Outcome<PreparedByModel>> => {
  const model = engine.model()
  if (!model) return failed({ code: 'MODEL_NOT_LOADED' })
  const { key: modelKey } = model
  const recipe = recipeOver(model.recipe, 'middle')
  const prepared = await engine.trials.prepare(picture, name, { recipe, reading: 'exact' }, signal)
  if (prepared.kind !== 'done') return prepared
  const { tensor, frame } = prepared.value
  return done({ tensor, frame, recipe, modelKey })
}
