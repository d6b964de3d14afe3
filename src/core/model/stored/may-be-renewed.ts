import type { ModelSource } from '../model-source'
import { isBegun } from './begun-download'
import type { StoredModel } from './stored-model'

const COMMIT = /^[0-9a-f]{40}$/

const isBranch = (source: ModelSource): boolean => source.kind === 'hub' && !COMMIT.test(source.revision)

/**
 * Whether a stored model's host may have a newer commit: a branch of a hub moves, and a commit does not. What has only
 * begun to come is of the newest that there was.
 */
export const mayBeRenewed = (model: StoredModel): boolean => isBranch(model.source) && !isBegun(model)
