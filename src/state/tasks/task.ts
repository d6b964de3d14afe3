import type { StoreApi } from 'zustand/vanilla'
import type { Probability, UnitVector } from '../../core/brands'
import type { ColumnQuestion } from '../../core/desk/tasks/row-judges'
import type { EngineClient } from '../../client/engine-client'
import type { AppState, Picture } from '../app-state'

/** A label that stands beside a picture: a tag, a category or a class, with what draws it. */
export interface PictureLabel {
  readonly tagId: string
  readonly tag: string
  readonly hue: number
  /** `null` where a model ranks and gives no percentages. */
  readonly probability: Probability | null
  /** Whether it is part of the answer. */
  readonly accepted: boolean
  /** The model's own measure of it, whatever the others are; absent where it has none, `null` where its scale is not known. */
  readonly logit?: number | null
  /** What was found in it, where the label is the rest of all things and so says nothing. */
  readonly found?: Pick<PictureLabel, 'tag' | 'probability'>
}

/** A label that the grid can be filtered by. */
export interface FilterLabel {
  /** As {@link PictureLabel.tagId}. */
  readonly id: string
  readonly text: string
  readonly hue: number
}

/** What the model that answers now says of pictures: one object as long as nothing that it depends on changes. */
export interface Answers {
  /** Best first; none while the picture has no answer. */
  labels(picture: Picture): readonly PictureLabel[]
  /** The labels that are its answer, by id: what filters and counts know the picture by. */
  answerIds(picture: Picture): readonly string[]
  /** Whether none of the labels fits. */
  fitsNone(picture: Picture): boolean
  /** The surer, the larger; pictures without an answer come last. */
  sureness(picture: Picture): number
  /** What a label scores for a picture, as `RowJudge.score` has it; `NaN` without an answer. */
  score(picture: Picture, labelId: string): number
}

/** What every row of a long list is asked. Vectors stand for themselves; who sends it gives them numbers. */
export interface AskedOfColumns {
  /** @param numberOf the same for the same vector. */
  question(numberOf: (vector: UnitVector) => number): ColumnQuestion
}

/** What a task keeps itself in step with. */
export interface TaskDeps {
  readonly store: StoreApi<AppState>
  readonly engine: EngineClient
}

/**
 * What models of one task answer, seen from the page. Each task has a folder here, as it has in `core`, `engine` and
 * `ui`; `tasks.ts` lists them.
 */
export interface Task {
  /** Whether there is anything to rank pictures by. */
  hasLabels(state: AppState): boolean
  answers(state: AppState): Answers
  /**
   * The same question for the columns, which judge a long list; `null` while no model of this task answers. One object as
   * long as nothing that it depends on changes.
   */
  columns(state: AppState): AskedOfColumns | null
  /** @param counts for how many pictures each label is the answer, by id. */
  filterLabels(state: AppState, counts: ReadonlyMap<string, number>): readonly FilterLabel[]
  /** Keeps what its answers depend on in step with the state, for as long as the page lives. */
  start(deps: TaskDeps): void
}
