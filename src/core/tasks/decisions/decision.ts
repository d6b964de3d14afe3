import type { Mark } from '../own/marks'

/** What the person has decided a picture to be, apart from what a model says of it. */
export type Decision =
  /** Ids of tags, in their order: one where a picture has one label. */
  | { readonly kind: 'tags'; readonly tagIds: readonly string[] }
  /** None of the tags. */
  | { readonly kind: 'none' }

const NONE_DECIDED: Decision = { kind: 'none' }

/**
 * What a mark comes to with these tags; `null` where nothing is decided: only that some tags are not true, or tags that
 * are gone by now.
 * @param tagIds in their order.
 */
export const decisionOf = (
  { yes, no, none }: Pick<Mark, 'yes' | 'no' | 'none'>,
  tagIds: readonly string[],
): Decision | null => {
  if (none) return NONE_DECIDED
  const decided = tagIds.filter((id) => yes.includes(id))
  if (decided.length > 0) return { kind: 'tags', tagIds: decided }
  return yes.length === 0 && tagIds.length > 0 && tagIds.every((id) => no.includes(id)) ? NONE_DECIDED : null
}
