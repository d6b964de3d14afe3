import { proxy, transfer } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import type { Arranged } from '../../core/desk/desk-columns'
import type { Outcome } from '../../core/errors/outcome'
import type { Duplicates } from '../../core/desk/duplicates/duplicates'
import type { ColumnsApi, ColumnsNews, ColumnsUpdate } from '../../protocol/columns-api'
import { createSupervisedWorker } from '../workers/supervised-worker'

/** The columns of a long list, as the page sees them: the worker's contract, in a worker that may die. */
export interface Columns {
  /** As of {@link ColumnsApi.arrange}; arrays of the update are gone from the page then. */
  arrange(update: ColumnsUpdate): Promise<Outcome<Arranged>>
  /** As of {@link ColumnsApi.duplicates}; arrays of the news are gone from the page then. */
  duplicates(
    news: ColumnsNews,
    differing: readonly (readonly string[])[],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<Duplicates>>
  /** Counts workers: one that took the place of another knows nothing yet, and has to be told of all. */
  generation(): number
  stop(): void
}

/** A hundred thousand rows by a thousand tags take a slow machine half a minute; a wedged one is given up after that. */
const SILENCE = 60_000 as Milliseconds

const buffersOf = ({ change, vectors }: ColumnsNews): ArrayBuffer[] => [
  ...(change ? [change.seen.mosaics.buffer] : []),
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
    duplicates: (news, differing, signal, onProgress) =>
      worker.run({
        doing: 'arranging pictures',
        deadline: SILENCE,
        signal,
        work: (api, callSignal, heartbeat) =>
          api.duplicates(
            transfer(news, buffersOf(news)),
            differing,
            callSignal,
            proxy((share: number) => {
              heartbeat()
              if (!callSignal.aborted) onProgress(share)
            }),
          ),
      }),
    generation: worker.generation,
    stop: () => {
      worker.stop('the list is short again')
    },
  }
}
