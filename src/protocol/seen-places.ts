import type { PictureEncoding } from '../core/model/picture-encoding'
import type { GraftRefusalCode } from '../core/model/onnx/graft/graft-refusal'
import type { PlaceSense } from '../core/question/regions/places'
import type { PlaceGrid } from '../core/question/regions/regions'

/** Why a model gives no vectors of places. Not a failure: covering asks nothing of its graph. */
export interface PlacesRefusal {
  readonly code:
    | GraftRefusalCode
    /** Its graph takes several pictures in a run, and no other number of them. */
    | 'FIXED_BATCH'
    /** The runtime does not take the graft, or has no room for a second session. */
    | 'NOT_OPENED'
    /** What the graft gives of the whole picture is not what the model does. */
    | 'NOT_THE_SAME'
    /** Its places make up no grid. */
    | 'NO_GRID'
  /** In English, for reports. */
  readonly detail: string
}

/** What a model makes of the places of pictures. */
export type SeenPlaces =
  | {
      readonly kind: 'seen'
      readonly grid: PlaceGrid
      readonly sense: PlaceSense
      /** Of each picture, place by place, row by row of the grid. */
      readonly pictures: readonly (readonly PictureEncoding[])[]
    }
  | { readonly kind: 'refused'; readonly refusal: PlacesRefusal }
