import type { AppState, Picture } from './app-state'
import { memoizeLast } from './memoize-last'
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
  const tasks = createTasks()
  const taskOf = (state: AppState): Task => tasks[currentTask(state)]
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
    tasks,
    hasLabels: (state) => taskOf(state).hasLabels(state),
    labels: (state, picture) => answersOf(state).labels(picture),
    fitsNone: (state, picture) => answersOf(state).fitsNone(picture),
    tagCounts,
    filterLabels: (state) => taskOf(state).filterLabels(state, tagCounts(state)),
    shownPictures: (state) => shownPictures(answersOf(state), state.pictures, state.filterTagId, state.sort),
  }
}
