import { expect, it } from 'vitest'
import { cancelled, done } from '../../core/errors/outcome'
import type { ExecutorFacts } from '../../core/runtime/executor'
import { unitVector } from '../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../testing/loaded-model'
import type { InferenceHost } from '../workers/inference-host'
import { createPictureBatcher } from './picture-batcher'

/** A host that answers a batch when it is told to, or when it is stopped; the first picture is a batch by itself. */
const setup = (executor: ExecutorFacts) => {
  const batches: { readonly size: number; readonly signal: AbortSignal; readonly answer: () => void }[] = []
  const host = {
    model: () => createLoadedModel({ key: 'clip', executor }),
    embedPictures: (tensors: readonly Float32Array[], signal: AbortSignal) =>
      new Promise((resolve) => {
        const answer = () => {
          const encoding = { kind: 'embedding', embedding: unitVector(1, 0, 0) }
          resolve(done(tensors.map(() => encoding)))
        }
        batches.push({ size: tensors.length, signal, answer })
        signal.addEventListener('abort', () => {
          resolve(cancelled)
        })
      }),
    // Only these are asked of a host.
  } as unknown as InferenceHost
  const batcher = createPictureBatcher(host, 4)
  const embed = () => {
    const caller = new AbortController()
    return {
      stop: () => {
        caller.abort()
      },
      outcome: batcher.embed(new Float32Array(1), caller.signal),
    }
  }
  return { batches, embed }
}

const own: ExecutorFacts = { kind: 'own', precision: 'int8', distance: null }

it('a batch on our own kernels is stopped when the last of its callers gives up, and not before', async () => {
  const { batches, embed } = setup(own)
  const first = embed()
  const [second, third] = [embed(), embed()]
  first.stop()
  expect((await first.outcome).kind).toBe('cancelled')
  await expect.poll(() => batches.map(({ size }) => size)).toEqual([1, 2])
  second.stop()
  expect(batches[1]?.signal.aborted).toBe(false)
  batches[1]?.answer()
  expect([(await second.outcome).kind, (await third.outcome).kind]).toEqual(['cancelled', 'done'])
})

it('one on ONNX Runtime runs to its end, which the next waits for', async () => {
  const { batches, embed } = setup({ kind: 'onnx-runtime', refused: 'blocks', distance: null })
  const first = embed()
  const next = embed()
  first.stop()
  expect(batches.map(({ signal }) => signal.aborted)).toEqual([false])
  batches[0]?.answer()
  expect((await first.outcome).kind).toBe('cancelled')
  await expect.poll(() => batches.length).toBe(2)
  batches[1]?.answer()
  expect((await next.outcome).kind).toBe('done')
})
