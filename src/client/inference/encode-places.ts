import { done, type Outcome } from '../../core/errors/outcome'
import type { CropFrame } from '../../core/pixels/crop-frame'
import { mirrorPlanes } from '../../core/question/regions/places'
import type { SeenPlaces } from '../../protocol/seen-places'
import type { EngineClient } from '../engine-client'

/** What the model makes of a picture's places: of the picture as it is, then mirrored. */
export type EncodedPlaces = SeenPlaces & {
  /** `LoadedModel.key` of the model that answered. */
  readonly modelKey: string
  /** The part of the picture that the places are of. */
  readonly frame: CropFrame
}

/** Has the places of a picture looked at, in two runs of the model. Fails as `embedPicture` does. */
export const encodePlaces = async (
  engine: Pick<EngineClient, 'model' | 'trials' | 'seePlaces'>,
  picture: Blob,
  name: string,
  signal: AbortSignal,
): Promise<Outcome<EncodedPlaces>> => {
  const model = engine.model()
  if (!model) return { kind: 'failed', error: { code: 'MODEL_NOT_LOADED' } }
  const { recipe, key: modelKey } = model
  const prepared = await engine.trials.prepare(picture, name, { recipe, reading: 'exact' }, signal)
  if (prepared.kind !== 'done') return prepared
  const { tensor, frame } = prepared.value
  const seen = await engine.seePlaces([tensor, mirrorPlanes({ tensor, ...recipe.fit })], signal)
  return seen.kind === 'done' ? done({ ...seen.value, modelKey, frame }) : seen
}
