import { done, type Outcome } from '../../core/errors/outcome'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import { coverRegion, REGIONS } from '../../core/question/regions/regions'
import { PICTURE_BATCH_SIZE } from '../../protocol/inference-api'
import type { EngineClient } from '../engine-client'
import { type PartOfPicture, prepareByModel } from './prepare-by-model'

/** What the model makes of a picture's regions, each in the order of `REGIONS`. */
export interface EncodedRegions {
  /** `LoadedModel.key` of the model that answered. */
  readonly modelKey: string
  /** The part of the picture that the cells are of. */
  readonly frame: CropFrame
  /** The region, with all else covered. */
  readonly alone: readonly PictureEncoding[]
  /** The picture, with the region covered. */
  readonly covered: readonly PictureEncoding[]
}

/**
 * Encodes both views of each region of a picture, batch by batch: each view is made when its turn comes, since together
 * they are megabytes. Fails as `embedPicture` does.
 *
 * @param onProgress the share that is done, 0 to 1
 */
export const encodeRegions = async (
  engine: Pick<EngineClient, 'model' | 'trials' | 'embedPrepared'>,
  part: PartOfPicture,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Outcome<EncodedRegions>> => {
  const prepared = await prepareByModel(engine, part, signal)
  if (prepared.kind !== 'done') return prepared
  const { tensor, frame, recipe, modelKey } = prepared.value
  const views = (['region', 'rest'] as const).flatMap((shows) => REGIONS.map((region) => ({ region, shows })))
  const encodings: PictureEncoding[] = []
  while (encodings.length < views.length) {
    const batch = views.slice(encodings.length, encodings.length + PICTURE_BATCH_SIZE)
    const tensors = batch.map(({ region, shows }) => coverRegion({ tensor, ...recipe.fit }, region, shows))
    const outcome = await engine.embedPrepared(tensors, signal)
    if (outcome.kind !== 'done') return outcome
    encodings.push(...outcome.value)
    onProgress(encodings.length / views.length)
  }
  const [alone, covered] = [encodings.slice(0, REGIONS.length), encodings.slice(REGIONS.length)]
  return done({ modelKey, frame, alone, covered })
}
