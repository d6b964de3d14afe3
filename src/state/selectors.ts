import { isPlain, type Direction, type Filter, type Sort } from '../core/desk/view/view'
import type { LoadedModel } from '../core/model/loaded-model'
import type { AppState, Picture } from './app-state'
import { currentModel, isBeyond } from './model/current-model'
import { memoizeLast } from './memoize-last'
import { arrangePictures } from './pictures/arranged/arrange-pictures'
import { isLong, lastOf } from './pictures/arranged/arranging'
import { createRowBook, type RowBook } from './pictures/arranged/row-book'
import type { Answers, AskedOfColumns, FilterLabel, PictureLabel, Task } from './tasks/task'
import { answeringTask, createTasks, type Tasks } from './tasks/tasks'

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
  /** What the columns of a long list are asked; `null` where nothing answers. */
  columns(state: AppState): AskedOfColumns | null
  /** What is shown, and where the person stands, as far as decisions say so. Given by the code that knows of these. */
  reviewBy(review: ReviewView): void
  /** What else of the state follows when marks have changed: as of {@link ReviewView}. */
  follow: ReviewView['follow']
  /** By which the columns know the pictures of a list. */
  readonly rows: RowBook
}

/** What decisions have to do with the list. */
export interface ReviewView {
  /** Those of the pictures that pass `decidedOnly`. */
  narrow(state: AppState, pictures: readonly Picture[]): readonly Picture[]
  /**
   * Where focus and filter go when marks have changed.
   * @param travelled whether undo or redo has changed them.
   */
  follow(before: AppState, after: AppState, travelled: 'undone' | 'redone' | null): Partial<AppState>
}

/** Creates the selectors with memories of their own. */
export const createSelectors = (): Selectors => {
  const tasks = createTasks()
  const rows = createRowBook()
  const taskOf = (state: AppState): Task => tasks[answeringTask(state)]
  const answersOf = (state: AppState): Answers => taskOf(state).answers(state)

  /** The answer that counts: none where it means nothing. */
  const answerIds = (answers: Answers, model: LoadedModel | null, picture: Picture): readonly string[] =>
    isBeyond(model, picture) ? [] : answers.answerIds(picture)

  const countShort = memoizeLast(
    (answers: Answers, model: LoadedModel | null, pictures: readonly Picture[]) => {
      const counts = new Map<string, number>()
      for (const picture of pictures)
        for (const id of answerIds(answers, model, picture)) counts.set(id, (counts.get(id) ?? 0) + 1)
      return counts
    },
  )
  const tagCounts = (state: AppState) =>
    isLong(state)
      ? lastOf(state.arranging).counts
      : countShort(answersOf(state), currentModel(state.model), state.pictures)

  const arrangeShort = memoizeLast(
    (
      answers: Answers,
      model: LoadedModel | null,
      pictures: readonly Picture[],
      ...[filter, sort, scoreOf, similarTo, words, good]: [
        Filter,
        Sort,
        string | null,
        string | null,
        Direction | null,
        AppState['good'],
      ]
    ) => {
      const likeTo = pictures.findIndex(({ id }) => id === similarTo)
      return arrangePictures(
        { filter, sort, scoreOf, likeTo: likeTo === -1 ? null : likeTo, words, histogramsOf: [] },
        {
          pictures,
          answers,
          good,
          answerIds: (picture) => answerIds(answers, model, picture),
          sureness: (picture) => (isBeyond(model, picture) ? -2 : answers.sureness(picture)),
        },
      )
    },
  )
  const orderLong = memoizeLast((pictures: readonly Picture[], order: Uint32Array): readonly Picture[] =>
    // What has been taken off the list meanwhile is gone at once.
    Array.from(order, (row) => rows.pictureAt(pictures, row)).filter((picture) => picture !== undefined),
  )
  const arranged = (state: AppState): readonly Picture[] => {
    const { pictures, filter, sort, scoreOf, similarTo, search, good } = state
    if (isPlain(state)) return pictures
    if (isLong(state)) {
      const { order } = lastOf(state.arranging)
      return order ? orderLong(pictures, order) : pictures
    }
    const model = currentModel(state.model)
    const words = search?.direction ?? null
    return arrangeShort(answersOf(state), model, pictures, filter, sort, scoreOf, similarTo, words, good)
  }
  const among = memoizeLast((pictures: readonly Picture[], only: AppState['only']) =>
    only ? pictures.filter(({ id }) => only.ids.has(id)) : pictures,
  )
  let review: ReviewView = { narrow: (_, pictures) => pictures, follow: () => ({}) }
  const shownPictures = (state: AppState) => review.narrow(state, among(arranged(state), state.only))

  return {
    tasks,
    rows,
    hasLabels: (state) => taskOf(state).hasLabels(state),
    labels: (state, picture) => answersOf(state).labels(picture),
    isBeyondModel: ({ model }, picture) => isBeyond(currentModel(model), picture),
    beyondModelCount: (state) => {
      if (isLong(state)) return lastOf(state.arranging).beyond
      const model = currentModel(state.model)
      return state.pictures.filter((picture) => isBeyond(model, picture)).length
    },
    fitsNone: (state, picture) => answersOf(state).fitsNone(picture),
    tagCounts,
    filterLabels: (state) => taskOf(state).filterLabels(state, tagCounts(state)),
    shownPictures,
    reviewBy: (given) => {
      review = given
    },
    follow: (...changed) => review.follow(...changed),
    columns: (state) => taskOf(state).columns(state),
  }
}
