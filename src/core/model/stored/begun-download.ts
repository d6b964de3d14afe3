import type { Bytes } from '../../brands'
import type { LoadProgress } from '../loaded-model'
import type { StoredModel } from './stored-model'

/** Whether a download has not come to its end, and no older commit answers meanwhile. */
export const isBegun = ({ missing, updating }: StoredModel): boolean =>
  missing.length > 0 && updating !== true

/** Whether the model, or one precision of it, can be loaded without a request. */
export const isWhole = (model: StoredModel): boolean => !isBegun(model) && model.dtypes.length > 0

/** How far a begun download is. `total` is `null` where the host did not say how large a missing file is. */
export const begunProgress = ({ files, missing, size }: StoredModel): LoadProgress => {
  const sizes = [...files, ...missing].map((file) => file.size)
  const total = sizes.reduce<number | null>(
    (sum, next) => (sum === null || next === null ? null : sum + next),
    0,
  )
  return { stage: 'downloading', loaded: size, total: total as Bytes | null }
}
