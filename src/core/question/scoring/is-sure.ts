import type { JudgedTag } from './judge'

/** What of a tag says how sure an answer is. */
type Claim = Pick<JudgedTag, 'accepted' | 'probability' | 'isRest'>

/**
 * Whether an answer may bear a mark that reads as "verified": its tags together are likelier than all others. What is
 * merely ahead, as `other` with a third of the shares, is an answer and no more. Where a model gives no shares, a tag
 * that names something has cleared its bar, and one for the rest says only that none has.
 */
export const isSure = (ranking: readonly Claim[]): boolean => {
  const answer = ranking.filter(({ accepted }) => accepted)
  const shares = answer.flatMap(({ probability }) => (probability === null ? [] : [probability]))
  if (shares.length < answer.length) return !answer.some(({ isRest }) => isRest)
  return shares.reduce((sum, share) => sum + share, 0) >= 0.5
}
