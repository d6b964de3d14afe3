import type { ModelTask } from '../core/model/loaded-model'
import type { AppState, Picture } from './app-state'
import { currentModel } from './model/current-model'
import { memoizeLast } from './memoize-last'
import { createFixedLabelResults, type FixedLabelResult } from './tasks/fixed-labels/results'
import type { Answers, FilterLabel, PictureLabel, Task } from './tasks/task'
import { createJudgements, type Judgements } from './tasks/zero-shot/judgements'

/** What follows from the state, whichever kind of model answers. */
export interface Selectors extends Pick<Judgements, 'judgement' | 'ranking' | 'meanMargin'> {
  /** What a classifier says of a picture; `null` while none answers. */
  fixedLabels(state: AppState, picture: Picture): FixedLabelResult | null
  /** What stands beside a picture in the grid, best first: its tags, categories or classes. */
  labels(state: AppState, picture: Picture): readonly PictureLabel[]
  /** Whether none of the labels fits a picture. */
  fitsNone(state: AppState, picture: Picture): boolean
  /** For how many pictures each label is the answer, by its id, and by `NONE_ID` how many have none. */
  tagCounts(state: AppState): ReadonlyMap<string, number>
  /** The labels that pictures can be filtered by. */
  filterLabels(state: AppState): readonly FilterLabel[]
  /** The pictures that pass the filter, in the chosen order. */
  shownPictures(state: AppState): readonly Picture[]
}

const byName = (a: Picture, b: Picture) => a.name.localeCompare(b.name, undefined, { numeric: true })

/** Creates the selectors with memories of their own. */
export const createSelectors = (): Selectors => {
  const judgements = createJudgements()
  const results = createFixedLabelResults()
  const tasks: Readonly<Record<ModelTask, Task>> = { 'zero-shot': judgements, 'fixed-labels': results }
  const taskOf = ({ model }: AppState): Task => tasks[currentModel(model)?.task ?? 'zero-shot']
  const answersOf = (state: AppState): Answers => taskOf(state).answers(state)

  const counts = memoizeLast((answers: Answers, pictures: readonly Picture[]) => {
    const countById = new Map<string, number>()
    for (const picture of pictures)
      for (const id of answers.answerIds(picture)) countById.set(id, (countById.get(id) ?? 0) + 1)
    return countById
  })
  const tagCounts = (state: AppState) => counts(answersOf(state), state.pictures)

  const shownPictures = memoizeLast(
    (
      answers: Answers,
      pictures: readonly Picture[],
      filterId: string | null,
      sort: AppState['sort'],
    ): readonly Picture[] => {
      const passing =
        filterId === null
          ? pictures
          : pictures.filter((picture) => answers.answerIds(picture).includes(filterId))
      switch (sort) {
        case 'added':
          return passing
        case 'name':
          return [...passing].sort(byName)
        case 'score':
          return [...passing].sort((a, b) => answers.sureness(b) - answers.sureness(a))
      }
    },
  )

  return {
    judgement: judgements.judgement,
    ranking: judgements.ranking,
    meanMargin: judgements.meanMargin,
    fixedLabels: results.result,
    labels: (state, picture) => answersOf(state).labels(picture),
    fitsNone: (state, picture) => answersOf(state).fitsNone(picture),
    tagCounts,
    filterLabels: (state) => taskOf(state).filterLabels(state, tagCounts(state)),
    shownPictures: (state) => shownPictures(answersOf(state), state.pictures, state.filterTagId, state.sort),
  }
}
