import { transfer } from 'comlink'
import { createDeskColumns } from '../../core/desk/desk-columns'
import { cancelled, done } from '../../core/errors/outcome'
import type { ColumnsApi } from '../../protocol/columns-api'
import { nextTurn } from '../../protocol/next-turn'

/** How long the worker is at work before it looks whether something newer is asked, in milliseconds. */
const LOOK_AFTER = 12

/** Creates it over columns without rows. */
export const createColumnsApi = (): ColumnsApi => {
  const columns = createDeskColumns()
  let calls = 0
  return {
    arrange: async ({ change, vectors, asks, view }) => {
      calls += 1
      const call = calls
      if (change) columns.tell(change)
      if (vectors) columns.know(vectors)
      if (asks) columns.ask(asks.asked)
      const steps = columns.arrange(view)
      let looked = performance.now()
      for (;;) {
        const step = steps.next()
        if (step.done) {
          const { order } = step.value
          return order ? transfer(done(step.value), [order.buffer]) : done(step.value)
        }
        if (performance.now() - looked < LOOK_AFTER) continue
        await nextTurn()
        if (call !== calls) return cancelled
        looked = performance.now()
      }
    },
  }
}
