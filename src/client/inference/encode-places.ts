import { done, type Outcome } from '../../core/errors/outcome'
import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import { mirrorPlanes } from '../../core/question/regions/places'
import type { SeenPlaces } from '../../protocol/seen-places'
import type { EngineClient } from '../engine-client'
import { type PartOfPicture, prepareByModel } from './prepare-by-model'

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
  part: PartOfPicture,
  signal: AbortSignal,
): Promise<Outcome<EncodedPlaces>> => {
  const prepared = await prepareByModel(engine, part, signal)
  if (prepared.kind !== 'done') return prepared
  const { tensor, frame, recipe, modelKey } = prepared.value
  const seen = await engine.seePlaces([tensor, mirrorPlanes({ tensor, ...recipe.fit })], signal)
  return seen.kind === 'done' ? done({ ...seen.value, modelKey, frame }) : seen
}
