import type { Unlikeness } from '../../../../core/tasks/zero-shot/record'
import type { AppState, Picture } from '../../../app-state'
import type { GoodExamples } from '../own-head'

/** How unlike the good ones a picture is; `null` where that is not known. */
export const unlikenessOf = (good: GoodExamples, { phase }: Picture): number | null => {
  if (phase.kind !== 'ready' || phase.encoded.kind !== 'embedding') return null
  const { modelKey, embedding } = phase.encoded
  const value = modelKey === good.ones?.modelKey ? good.unlikeness(embedding) : NaN
  return Number.isNaN(value) ? null : value
}

/** What is added to records while pictures are ordered by unlikeness; nothing under another order. */
export const createUnlikenessFacts = ({
  good,
  tags,
}: AppState): ((picture: Picture) => { readonly unlikeness?: Unlikeness }) => {
  if (good === null) return () => ({})
  const to = tags.find(({ id }) => id === good.tagId)?.text ?? ''
  return (picture) => {
    const value = unlikenessOf(good, picture)
    return value === null ? {} : { unlikeness: { to, value, usual: good.usual, examples: good.count } }
  }
}
