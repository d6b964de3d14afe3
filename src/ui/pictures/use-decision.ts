import type { Picture } from '../../state/app-state'
import { decisionFor } from '../../state/tasks/decisions/decisions'
import { review } from '../../words/en/review'
import type { WordingWith } from '../../words/wording'
import { useAppState, useWordsWith } from '../context/ui-context'

/** The words with those of deciding, for late parts alone. */
export const useReviewWords = (): WordingWith<typeof review> => useWordsWith(review)

/** What a person has decided, as it is shown. */
interface ShownDecision {
  readonly kind: 'tags' | 'none'
  readonly text: string
  /** Of the first tag. */
  readonly hue: number | null
}

/** What the person has decided a picture to be; `null` of one that is not decided. */
export const useDecision = (picture: Picture): ShownDecision | null => {
  const { t, format } = useReviewWords()
  const decision = useAppState((state) => decisionFor(state, picture))
  // A tag that is edited is nothing to the cards of what is not decided.
  const tags = useAppState((state) => (decisionFor(state, picture) === null ? null : state.tags))
  if (decision === null || tags === null) return null
  if (decision.kind === 'none') return { kind: 'none', text: t('review.none'), hue: null }
  const decided = tags.filter(({ id }) => decision.tagIds.includes(id))
  return { kind: 'tags', text: format.list(decided.map(({ text }) => text)), hue: decided[0]?.hue ?? null }
}
