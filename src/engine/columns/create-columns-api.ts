import { transfer } from 'comlink'
import { createDeskColumns } from '../../core/desk/desk-columns'
import type { HoldTexts } from '../../core/tags/suggestions/find-words'
import { cancelled, done, type Outcome } from '../../core/errors/outcome'
import type { ColumnsApi, ColumnsNews } from '../../protocol/columns-api'
import { nextTurn } from '../../protocol/next-turn'

/** How long the worker is at work before it looks whether something newer is asked, in milliseconds. */
const LOOK_AFTER = 12

/** Does work step by step until it is done, or `isOver` says that no one waits for it. */
const inSlices = async <Step, Result>(
  steps: Generator<Step, Result>,
  isOver: () => boolean,
  onStep: (step: Step) => void,
): Promise<Outcome<Result>> => {
  let looked = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return done(step.value)
    if (performance.now() - looked < LOOK_AFTER) continue
    onStep(step.value)
    await nextTurn()
    if (isOver()) return cancelled
    looked = performance.now()
  }
}

/** Creates it over columns without rows. */
export const createColumnsApi = (holdTexts?: HoldTexts): ColumnsApi => {
  const columns = createDeskColumns(holdTexts)
  let calls = 0

  const take = ({ change, vectors, asks, compares }: ColumnsNews) => {
    if (change) columns.tell(change)
    if (vectors) columns.know(vectors)
    if (asks) columns.ask(asks.asked)
    if (compares) columns.compare(compares.good)
  }

  return {
    arrange: async ({ view, ...news }) => {
      calls += 1
      const call = calls
      take(news)
      const arranged = await inSlices(
        columns.arrange(view),
        () => call !== calls,
        () => undefined,
      )
      const order = arranged.kind === 'done' ? arranged.value.order : null
      return order ? transfer(arranged, [order.buffer]) : arranged
    },
    duplicates: (news, differing, signal, onProgress) => {
      take(news)
      return inSlices(columns.duplicates(differing), () => signal.aborted, onProgress)
    },
    map: (news, said, signal, onProgress) => {
      take(news)
      return inSlices(columns.map(said), () => signal.aborted, onProgress)
    },
    answersTo: async (news, asked, signal, onProgress) => {
      take(news)
      const outcome = await inSlices(columns.answersTo(asked), () => signal.aborted, onProgress)
      if (outcome.kind !== 'done') return outcome
      const { rows, best, accepted, scores } = outcome.value
      return transfer(outcome, [rows.buffer, best.buffer, accepted.buffer, scores.buffer])
    },
    words: (news, asked, signal, onProgress) => {
      take(news)
      return inSlices(columns.words(asked), () => signal.aborted, onProgress)
    },
    within: (line) => {
      const rows = columns.within(line)
      return Promise.resolve(rows ? transfer(done(rows), [rows.buffer]) : cancelled)
    },
  }
}
