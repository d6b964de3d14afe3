import type { RecallPicture } from '../../../client/inference/picture-cache'
import { encodingValues } from '../../../core/model/picture-encoding'
import type { PictureFacts } from '../../../protocol/pixel-api'
import type { ReadyPhase } from './change-log'

/** What came from the desk, so that it is not told of it again: a list of ten thousand would be written once more at each visit. */
export interface FromDesk {
  /** Facts of a picture that was put back. */
  noteFacts(facts: PictureFacts): void
  /** Recalls by the desk. */
  readonly recall: RecallPicture
  isKept(phase: ReadyPhase): boolean
}

/** @param recall the desk's. */
export const createFromDesk = (recall: RecallPicture): FromDesk => {
  const facts = new WeakSet<object>()
  /** Under which model's key it has these numbers; a picture that is not long has them under two. */
  const keyByValues = new WeakMap<object, string>()
  return {
    noteFacts: (known) => {
      facts.add(known)
    },
    recall: async (modelKey, sha256) => {
      const known = await recall(modelKey, sha256)
      if (known) keyByValues.set(encodingValues(known), modelKey)
      return known
    },
    isKept: ({ facts: own, encoded }) =>
      facts.has(own) && keyByValues.get(encodingValues(encoded)) === encoded.modelKey,
  }
}
