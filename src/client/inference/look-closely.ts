import { done, type Outcome } from '../../core/errors/outcome'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import type { CropFrame } from '../../core/pixels/crops/crop-frame'
import { heatOfPlaces } from '../../core/question/regions/places'
import { CELLS, type PlaceGrid, regionHeat } from '../../core/question/regions/regions'
import type { PlacesRefusal } from '../../protocol/seen-places'
import type { EngineClient } from '../engine-client'
import { encodePlaces } from './encode-places'
import { encodeRegions } from './encode-regions'
import type { PartOfPicture } from './prepare-by-model'

/** How it is found what an answer hangs on: by places where the model has them, or by covering. */
export type LookMethod = 'dense' | 'regions'

/** What was seen of a picture. */
export interface Look {
  readonly method: LookMethod
  /** `LoadedModel.key` of the model that answered. */
  readonly modelKey: string
  /** The part of the picture that the grid is over. */
  readonly frame: CropFrame
  readonly grid: PlaceGrid
  /** Why there was no look by places; `null` where there was, or it was not asked for. */
  readonly refusal: PlacesRefusal | null
  /**
   * How much each cell of the grid speaks for each label, row by row, in the unit of the scores.
   * @param scoresOf what an encoding scores for each label, always the same labels in the same order
   */
  heats(scoresOf: (encoding: PictureEncoding) => Float64Array): readonly Float64Array[]
}

type Engine = Pick<EngineClient, 'model' | 'trials' | 'embedPrepared' | 'seePlaces'>

const lookByCovering = async (
  engine: Engine,
  part: PartOfPicture,
  refusal: PlacesRefusal | null,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Outcome<Look>> => {
  const seen = await encodeRegions(engine, part, signal, onProgress)
  if (seen.kind !== 'done') return seen
  const { modelKey, frame, alone, covered } = seen.value
  return done({
    ...{ method: 'regions', modelKey, frame, refusal, grid: { columns: CELLS, rows: CELLS } },
    heats: (scoresOf) => {
      const [shown, hidden] = [alone.map(scoresOf), covered.map(scoresOf)]
      const at = (views: readonly Float64Array[], label: number) =>
        views.map((scores) => scores[label] ?? Number.NaN)
      return Array.from(shown[0] ?? [], (_, label) => regionHeat(at(shown, label), at(hidden, label)))
    },
  })
}

/**
 * Looks at a picture, or at a crop of a long one, closely enough to say what an answer hangs on. Fails as `embedPicture` does.
 *
 * @param method `auto` looks by places, and by covering where the model gives none; `dense` is the same without covering
 * and then fails with `UNSUPPORTED_MODEL`
 * @param onProgress the share that is done, 0 to 1; told of covering alone, which takes 50 encodings and not two
 */
export const lookClosely = async (
  engine: Engine,
  part: PartOfPicture,
  method: LookMethod | 'auto',
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Outcome<Look>> => {
  if (method === 'regions') return lookByCovering(engine, part, null, signal, onProgress)
  const seen = await encodePlaces(engine, part, signal)
  if (seen.kind !== 'done') return seen
  const { value } = seen
  if (value.kind === 'seen') {
    const { modelKey, frame, grid, sense, pictures } = value
    return done({
      ...{ method: 'dense', modelKey, frame, grid, refusal: null },
      heats: (scoresOf) =>
        heatOfPlaces(
          pictures.map((places) => places.map(scoresOf)),
          grid,
          sense,
        ),
    })
  }
  if (method === 'auto') return lookByCovering(engine, part, value.refusal, signal, onProgress)
  const { code, detail } = value.refusal
  const why = `it gives no vectors of places (${code}: ${detail})`
  return { kind: 'failed', error: { code: 'UNSUPPORTED_MODEL', detail: why } }
}
