import type { ThinGraph } from '../onnx/thin-graph'
import type { NotOurs } from './match-blocks'
import type { VisionTowerPlaces } from './match-vision-tower'
import { createTowerReader } from './read-tower'
import type { ComingTower } from './tower'

/** What a picture is cut into, as rows of numbers. */
export interface Patches {
  /** Pixels of a side. */
  readonly size: number
  /** `width` rows of `3 * size * size` numbers: one for each number of a row. */
  readonly weight: Float32Array
  readonly bias: Float32Array
  readonly classRow: Float32Array
  /** `width` numbers for the class and for each patch. */
  readonly positions: Float32Array
}

/** A vision tower with its numbers. */
export interface VisionTower {
  readonly patches: Patches
  readonly tower: ComingTower
}

/**
 * Reads a vision tower's numbers.
 *
 * @param heads as the model's config says; `null` where it does not
 * @throws UnreadableTensor at once or while blocks are asked for
 */
export const readVisionTower = async (
  graph: ThinGraph,
  places: VisionTowerPlaces,
  heads: number | null,
): Promise<VisionTower | NotOurs> => {
  const { tensor, tower: read } = createTowerReader(graph)
  const weight = await tensor(places.patches.weight)
  const [width = 0, , size = 0] = weight.dims
  const tower = await read(places, { width, heads, causal: false })
  if ('refused' in tower) return tower
  const { bias } = places.patches
  return {
    patches: {
      size,
      weight: weight.values,
      bias: bias === null ? new Float32Array(width) : (await tensor(bias)).values,
      classRow: (await tensor(places.classRow)).values,
      positions: (await tensor(places.positions)).values,
    },
    tower,
  }
}
