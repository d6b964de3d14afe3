import type { LoadedModel } from '../core/model/loaded-model'
import type { AppState, Picture } from './app-state'
import { currentModel, isBeyond } from './model/current-model'
import { memoizeLast } from './memoize-last'
import { createEachPicture } from './pictures/each-picture'
import { orderPictures } from './pictures/order-pictures'
import type { Answers, FilterLabel, PictureLabel, Task } from './tasks/task'
import { createTasks, currentTask, type Tasks } from './tasks/tasks'

/** What follows from the state, whichever kind of model answers. */
export interface Selectors {
  /** What only one of the tasks can be asked. */
  readonly tasks: Tasks
  /** Whether there is anything to rank pictures by. */
  hasLabels(state: AppState): boolean
  /** What stands beside a picture in the grid, best first: its tags, categories or classes. */
  labels(state: AppState, picture: Picture): readonly PictureLabel[]
  /**
   * Whether the model that answers says itself that it is not made for such a picture, so that its answer means
   * nothing: a photograph, where it reads drawings only.
   */
  isBeyondModel(state: AppState, picture: Picture): boolean
  /** How many pictures of the list are. */
  beyondModelCount(state: AppState): number
  /** Whether none of the labels fits a picture. */
  fitsNone(state: AppState, picture: Picture): boolean
  /** For how many pictures each label is the answer, by its id, and by `NONE_ID` how many have none. */
  tagCounts(state: AppState): ReadonlyMap<string, number>
  /** The labels that pictures can be filtered by. */
  filterLabels(state: AppState): readonly FilterLabel[]
  /** The pictures that pass the filter, in the chosen order. */
  shownPictures(state: AppState): readonly Picture[]
}

/** Creates the selectors with memories of their own. */
export const createSelectors = (): Selectors => {
  const tasks = createTasks()
  const taskOf = (state: AppState): Task => tasks[currentTask(state)]
  const answersOf = (state: AppState): Answers => taskOf(state).answers(state)

  /** The answer that counts: none where it means nothing. */
  const answerIds = (answers: Answers, model: LoadedModel | null, picture: Picture): readonly string[] =>
    isBeyond(model, picture) ? [] : answers.answerIds(picture)

  const counts = createEachPicture({
    valueOf: (picture, answers: Answers, model: LoadedModel | null) => answerIds(answers, model, picture),
    empty: () => new Map<string, number>(),
    count: (countById, ids, by) => {
      for (const id of ids) {
        const count = (countById.get(id) ?? 0) + by
        if (count === 0) countById.delete(id)
        else countById.set(id, count)
      }
    },
    copy: (countById) => new Map(countById),
  })
  const tagCounts = (state: AppState) => counts(state.pictures, answersOf(state), currentModel(state.model))

  const beyondCount = createEachPicture({
    valueOf: (picture, model: LoadedModel | null) => isBeyond(model, picture),
    empty: () => ({ count: 0 }),
    count: (sum, is, by) => {
      if (is) sum.count += by
    },
    copy: ({ count }) => ({ count }),
  })

  const shownPictures = memoizeLast(
    (
      answers: Answers,
      model: LoadedModel | null,
      pictures: readonly Picture[],
      filterId: string | null,
      sort: AppState['sort'],
      similarTo: string | null,
    ): readonly Picture[] => {
      const passing =
        filterId === null
          ? pictures
          : pictures.filter((picture) => answerIds(answers, model, picture).includes(filterId))
      return orderPictures(passing, {
        sort,
        similarTo: similarTo === null ? undefined : pictures.find(({ id }) => id === similarTo),
        surenessOf: (picture) => (isBeyond(model, picture) ? -2 : answers.sureness(picture)),
      })
    },
  )

  return {
    tasks,
    hasLabels: (state) => taskOf(state).hasLabels(state),
    labels: (state, picture) => answersOf(state).labels(picture),
    isBeyondModel: ({ model }, picture) => isBeyond(currentModel(model), picture),
    beyondModelCount: ({ model, pictures }) => beyondCount(pictures, currentModel(model)).count,
    fitsNone: (state, picture) => answersOf(state).fitsNone(picture),
    tagCounts,
    filterLabels: (state) => taskOf(state).filterLabels(state, tagCounts(state)),
    shownPictures: (state) =>
      shownPictures(
        answersOf(state),
        currentModel(state.model),
        state.pictures,
        state.filterTagId,
        state.sort,
        state.similarTo,
      ),
  }
}
