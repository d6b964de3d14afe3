import type { Bytes } from '../../brands'
import type { LoadProgress } from '../loaded-model'
import type { StoredModel } from './stored-model'
import type { ModelSource } from '../model-source'

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

const COMMIT = /^[0-9a-f]{40}$/

const isBranch = (source: ModelSource): boolean => source.kind === 'hub' && !COMMIT.test(source.revision)

/**
 * Whether a stored model's host may have a newer commit: a branch of a hub moves, and a commit does not. What has only
 * begun to come is of the newest that there was.
 */
export const mayBeRenewed = (model: StoredModel): boolean => isBranch(model.source) && !isBegun(model)
