import type { StoreApi } from 'zustand/vanilla'
import { unlikenessTo } from '../../../../core/desk/view/unlikeness'
import { BY_ARRIVAL } from '../../../../core/desk/view/view'
import { joinRows } from '../../../../core/model/picture-encoding'
import { spread, usualUnlikeness } from '../../../../core/tasks/own/good-ones'
import type { AppState } from '../../../app-state'
import type { GoodExamples } from '../own-head'
import { wordModel } from '../../../model/current-model'
import { vectorsOf } from '../vectors-of'

/** The examples of a tag as they are now. */
const goodOf = ({ marks, pictures, model }: AppState, tagId: string): GoodExamples => {
  const modelKey = wordModel(model)?.key ?? ''
  const own = marks.filter(({ yes }) => yes.includes(tagId))
  const vectors = [...vectorsOf(own, pictures, modelKey).values()]
  const width = vectors[0]?.length ?? 0
  if (width === 0) return { tagId, count: 0, ones: null, unlikeness: () => NaN, usual: null }
  const ones = { modelKey, width, vectors: joinRows(spread(vectors)) }
  const unlikeness = unlikenessTo(ones)
  return { tagId, count: vectors.length, ones, unlikeness, usual: usualUnlikeness(ones) }
}

/** Sorting by unlikeness to the examples of one tag. */
export interface GoodFollower {
  /** Puts first what is least like the examples of a tag. */
  sortBy(tagId: string): void
}

/** Keeps what is compared with in step with marks and model, until another order is chosen or the tag is gone. */
export const followGood = (store: StoreApi<AppState>): GoodFollower => {
  const { setState } = store
  store.subscribe((state, before) => {
    const { good, sort, marks, model, pictures, tags } = state
    if (good === null) return
    if (sort.by !== 'unlikeness') setState({ good: null })
    else if (!tags.some(({ id }) => id === good.tagId)) setState({ good: null, sort: BY_ARRIVAL })
    else if (marks !== before.marks || model !== before.model) setState({ good: goodOf(state, good.tagId) })
    else if (pictures !== before.pictures) {
      // A marked picture may have come, or been read by the model that answers.
      const isMissing = good.count < marks.filter(({ yes }) => yes.includes(good.tagId)).length
      if (!isMissing) return
      const next = goodOf(state, good.tagId)
      if (next.count !== good.count) setState({ good: next })
    }
  })
  return {
    sortBy: (tagId) => {
      const order = { scoreOf: null, similarTo: null, sort: { by: 'unlikeness', descending: true } } as const
      setState((state) => ({ ...order, good: goodOf(state, tagId) }))
    },
  }
}
