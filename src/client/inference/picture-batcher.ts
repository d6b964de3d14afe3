import type { Milliseconds } from '../../core/brands'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { InferenceHost } from '../workers/inference-host'

/** What a model makes of a picture, with its share of the time that its batch took. */
export interface BatchedEncoding {
  readonly encoding: PictureEncoding
  readonly time: Milliseconds
}

/** Collects prepared pictures while batches run, so that a single one never waits for company. */
export interface PictureBatcher {
  embed(tensor: Float32Array<ArrayBuffer>, signal: AbortSignal): Promise<Outcome<BatchedEncoding>>
}

interface Waiting {
  readonly tensor: Float32Array<ArrayBuffer>
  readonly signal: AbortSignal
  settle(outcome: Outcome<BatchedEncoding>): void
}

/** Creates a batcher over a host, with as many batches under way as the host has workers. */
export const createPictureBatcher = (host: InferenceHost, batchSize: number): PictureBatcher => {
  const waiting: Waiting[] = []
  let running = 0

  const runBatch = async (batch: readonly Waiting[]) => {
    const startedAt = performance.now()
    const stopping = new AbortController()
    for (const { signal } of batch)
      signal.addEventListener(
        'abort',
        () => {
          // A batch serves several callers, and ends where the last of them gives up. ONNX Runtime would run it to its end all the
          // same, and the next would wait for that on its own deadline.
          if (host.model().executor?.kind === 'own' && batch.every((one) => one.signal.aborted))
            stopping.abort()
        },
        { once: true },
      )
    const outcome = await host.embedPictures(
      batch.map(({ tensor }) => tensor),
      stopping.signal,
    )
    const time = ((performance.now() - startedAt) / batch.length) as Milliseconds
    batch.forEach(({ signal, settle }, i) => {
      if (signal.aborted) settle(cancelled)
      else if (outcome.kind !== 'done') settle(outcome)
      else {
        const encoding = outcome.value[i]
        settle(
          encoding
            ? done({ encoding, time })
            : failed({ code: 'UNEXPECTED', detail: 'a batch came back too short' }),
        )
      }
    })
  }

  const takeBatch = (): readonly Waiting[] =>
    waiting.splice(0, batchSize).filter(({ signal, settle }) => {
      if (signal.aborted) settle(cancelled)
      return !signal.aborted
    })

  const drain = async () => {
    while (waiting.length > 0 && running < host.model().workers) {
      const batch = takeBatch()
      if (batch.length === 0) continue
      running += 1
      // A picture that comes while this batch runs begins the next one, if a worker is free.
      await runBatch(batch)
      running -= 1
    }
  }

  return {
    embed: (tensor, signal) =>
      new Promise((settle) => {
        waiting.push({ tensor, signal, settle })
        void drain()
      }),
  }
}
