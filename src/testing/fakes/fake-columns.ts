import type { Columns } from '../../client/columns/create-columns'
import { createDeskColumns } from '../../core/desk/desk-columns'
import { done } from '../../core/errors/outcome'

/** The real columns without a worker around them. */
export const createFakeColumns = (): Columns => {
  let columns = createDeskColumns()
  let generation = 1
  return {
    arrange: ({ change, vectors, asks, view }) => {
      if (change) columns.tell(change)
      if (vectors) columns.know(vectors)
      if (asks) columns.ask(asks.asked)
      const steps = columns.arrange(view)
      for (;;) {
        const step = steps.next()
        if (step.done) return Promise.resolve(done(step.value))
      }
    },
    generation: () => generation,
    stop: () => {
      columns = createDeskColumns()
      generation += 1
    },
  }
}
