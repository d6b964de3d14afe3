import type { Task } from '../task'

/** What a classifier of the person's own answers. Its code comes with the first mark. */
export interface OwnTask extends Task {
  /** Given by that code, before there is a head to answer by. */
  answerBy(own: Pick<Task, 'answers' | 'columns'>): void
}

/** Creates it without the code that answers: until then the words do, whose labels are its own. */
export const createOwnTask = (words: Task): OwnTask => {
  let by: Pick<Task, 'answers' | 'columns'> = words
  return {
    ...words,
    answers: (state) => by.answers(state),
    columns: (state) => by.columns(state),
    start: () => undefined,
    answerBy: (own) => {
      by = own
    },
  }
}
