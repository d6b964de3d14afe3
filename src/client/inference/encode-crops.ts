import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import { recipeOver } from '../../core/pixels/crops/extent'
import { cropFrames } from '../../core/pixels/crops/plan-crops'
import { PICTURE_BATCH_SIZE } from '../../protocol/inference-api'
import type { EngineClient } from '../engine-client'

/** What the model makes of the crops of a picture, from left to right or from top to bottom. */
export interface EncodedCrops {
  /** `LoadedModel.key` of the model that answered. */
  readonly modelKey: string
  readonly crops: readonly { readonly frame: CropFrame; readonly encoding: PictureEncoding }[]
}

/** Encodes each crop of a picture, whether or not all of it is looked at in the list. Fails as `embedPicture` does. */
export const encodeCrops = async (
  engine: Pick<EngineClient, 'model' | 'trials' | 'embedPrepared'>,
  picture: Blob,
  name: string,
  signal: AbortSignal,
): Promise<Outcome<EncodedCrops>> => {
  const model = engine.model()
  if (!model) return failed({ code: 'MODEL_NOT_LOADED' })
  const recipe = recipeOver(model.recipe, 'whole')
  const prepared = await engine.trials.prepare(picture, name, { recipe, reading: 'exact' }, signal)
  if (prepared.kind !== 'done') return prepared
  const tensors = [prepared.value.tensor, ...(prepared.value.more ?? [])]
  const encodings: PictureEncoding[] = []
  while (encodings.length < tensors.length) {
    const batch = tensors.slice(encodings.length, encodings.length + PICTURE_BATCH_SIZE)
    const outcome = await engine.embedPrepared(batch, signal)
    if (outcome.kind !== 'done') return outcome
    encodings.push(...outcome.value)
  }
  const frames = cropFrames(prepared.value, recipe.fit)
  const crops = encodings.flatMap((encoding, i) => (frames[i] ? [{ encoding, frame: frames[i] }] : []))
  return done({ modelKey: model.key, crops })
}
