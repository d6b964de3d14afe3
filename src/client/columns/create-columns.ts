import { transfer } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import type { Arranged } from '../../core/desk/desk-columns'
import type { Outcome } from '../../core/errors/outcome'
import type { ColumnsApi, ColumnsUpdate } from '../../protocol/columns-api'
import { createSupervisedWorker } from '../workers/supervised-worker'

/** The columns of a long list, as the page sees them: the worker's contract, in a worker that may die. */
export interface Columns {
  /** As of {@link ColumnsApi.arrange}; arrays of the update are gone from the page then. */
  arrange(update: ColumnsUpdate): Promise<Outcome<Arranged>>
  /** Counts workers: one that took the place of another knows nothing yet, and has to be told of all. */
  generation(): number
  stop(): void
}

/** A hundred thousand rows by a thousand tags take a slow machine half a minute; a wedged one is given up after that. */
const SILENCE = 60_000 as Milliseconds

const buffersOf = ({ change, vectors }: ColumnsUpdate): ArrayBuffer[] => [
  ...(change?.encoded ? [change.encoded.values.buffer] : []),
  ...(vectors ? [vectors.values.buffer] : []),
]

/** Creates the page's end. The worker starts with the first call, and again where it has died. */
export const createColumns = (spawn: () => Worker): Columns => {
  const worker = createSupervisedWorker<ColumnsApi>(spawn)
  const never = new AbortController().signal
  return {
    arrange: (update) =>
      worker.run({
        doing: 'arranging pictures',
        deadline: SILENCE,
        signal: never,
        work: (api) => api.arrange(transfer(update, buffersOf(update))),
      }),
    generation: worker.generation,
    stop: () => {
      worker.stop('the list is short again')
    },
  }
}
