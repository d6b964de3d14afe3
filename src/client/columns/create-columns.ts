import { proxy, transfer, type Remote } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import type { Arranged } from '../../core/desk/desk-columns'
import type { AskedInWords } from '../../core/desk/tasks/row-judges'
import type { RowAnswers } from '../../core/desk/tasks/zero-shot/answers-of-rows'
import type { ListMap, SaidOfPictures } from '../../core/desk/map/list-map'
import type { Outcome } from '../../core/errors/outcome'
import type { AskedForWords, FoundWords } from '../../core/desk/suggestions/words-of-rows'
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
  /** As of {@link ColumnsApi.map}; arrays of the news are gone from the page then. */
  map(
    news: ColumnsNews,
    said: SaidOfPictures,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<ListMap>>
  /** As of {@link ColumnsApi.answersTo}; arrays of the news are gone from the page then. */
  answersTo(
    news: ColumnsNews,
    asked: AskedInWords,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<RowAnswers>>
  within(line: Float32Array): Promise<Outcome<Uint32Array<ArrayBuffer>>>
  /** As of {@link ColumnsApi.words}; arrays of the news are gone from the page then, those of the texts are not. */
  words(
    news: ColumnsNews,
    asked: AskedForWords,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<FoundWords>>
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

  /** Asks what takes a while, and tells how far it is. */
  const look = <T>(
    signal: AbortSignal,
    onProgress: (share: number) => void,
    ask: (
      api: Remote<ColumnsApi>,
      signal: AbortSignal,
      onProgress: (share: number) => void,
    ) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> =>
    worker.run({
      doing: 'arranging pictures',
      deadline: SILENCE,
      signal,
      work: (api, callSignal, heartbeat) =>
        ask(
          api,
          callSignal,
          proxy((share: number) => {
            heartbeat()
            if (!callSignal.aborted) onProgress(share)
          }),
        ),
    })

  return {
    arrange: (update) =>
      worker.run({
        doing: 'arranging pictures',
        deadline: SILENCE,
        signal: never,
        work: (api) => api.arrange(transfer(update, buffersOf(update))),
      }),
    duplicates: (news, differing, signal, onProgress) =>
      look(signal, onProgress, (api, ...how) =>
        api.duplicates(transfer(news, buffersOf(news)), differing, ...how),
      ),
    map: (news, said, signal, onProgress) =>
      look(signal, onProgress, (api, ...how) => api.map(transfer(news, buffersOf(news)), said, ...how)),
    answersTo: (news, asked, signal, onProgress) =>
      look(signal, onProgress, (api, ...how) =>
        api.answersTo(transfer(news, buffersOf(news)), asked, ...how),
      ),
    within: (line) =>
      worker.run({
        doing: 'arranging pictures',
        deadline: SILENCE,
        signal: never,
        work: (api) => api.within(line),
      }),
    words: (news, asked, signal, onProgress) =>
      look(signal, onProgress, (api, ...how) => api.words(transfer(news, buffersOf(news)), asked, ...how)),
    generation: worker.generation,
    stop: () => {
      worker.stop('the list is short again')
    },
  }
}
