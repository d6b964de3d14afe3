import type { AppState, Picture } from './app-state'
import { fixedLabelModel } from './current-model'
import {
  createFixedLabelSelectors,
  type BestLabel,
  type FixedLabelResult,
  type FoundLabel,
} from './fixed-label-selectors'
import { memoizeLast } from './memoize-last'
import { hasNoTag } from './none-of-these'
import { createRankingSelectors, type RankingSelectors } from './ranking-selectors'

/** What follows from the state, whichever kind of model answers. */
export interface Selectors extends RankingSelectors {
  /** What a classifier says of a picture; `null` while none answers. */
  fixedLabels(state: AppState, picture: Picture): FixedLabelResult | null
  /** What stands beside a picture in the grid, best first: its tags, categories or classes. */
  labels(state: AppState, picture: Picture): readonly BestLabel[]
  /** The labels of a classifier that pictures can be filtered by; none while none answers. */
  foundLabels(state: AppState): readonly FoundLabel[]
  /** Whether none of the tags fits a picture; to a classifier one of its labels always does. */
  fitsNone(state: AppState, picture: Picture): boolean
}

const byName = (a: Picture, b: Picture) => a.name.localeCompare(b.name, undefined, { numeric: true })

/** Creates the selectors with memories of their own. */
export const createSelectors = (): Selectors => {
  const ranking = createRankingSelectors()
  const fixed = createFixedLabelSelectors()
  const answersFixed = ({ model }: AppState) => fixedLabelModel(model) !== null

  /** As the ranking's, by what a classifier says. */
  const shownByLabel = memoizeLast(
    (
      best: (picture: Picture) => BestLabel | undefined,
      pictures: readonly Picture[],
      filterId: string | null,
      sort: AppState['sort'],
    ): readonly Picture[] => {
      const passing =
        filterId === null ? pictures : pictures.filter((picture) => best(picture)?.tagId === filterId)
      switch (sort) {
        case 'added':
          return passing
        case 'name':
          return [...passing].sort(byName)
        case 'score':
          return [...passing].sort((a, b) => (best(b)?.probability ?? -1) - (best(a)?.probability ?? -1))
      }
    },
  )

  /** One function per model, so that what is memoised by it stays as long as the model does. */
  const bestBy = memoizeLast(
    (model: AppState['model']) => (picture: Picture) => fixed.labels({ model }, picture)[0],
  )

  return {
    ...ranking,
    fixedLabels: fixed.result,
    foundLabels: fixed.found,
    labels: (state, picture) =>
      answersFixed(state) ? fixed.labels(state, picture) : ranking.ranking(state, picture),
    fitsNone: (state, picture) => hasNoTag(ranking.judgement(state, picture)),
    tagCounts: (state) => (answersFixed(state) ? fixed.counts(state) : ranking.tagCounts(state)),
    shownPictures: (state) =>
      answersFixed(state)
        ? shownByLabel(bestBy(state.model), state.pictures, state.filterTagId, state.sort)
        : ranking.shownPictures(state),
  }
}
