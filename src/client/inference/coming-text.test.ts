import { describe, expect, it } from 'vitest'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { TextArrival } from '../../core/model/loaded-model'
import type { InferenceHost } from '../workers/inference-host'
import { bringText } from './coming-text'

type Files = ReadonlyMap<string, Blob>
const files: Files = new Map([['onnx/text_model.onnx', new Blob(['t'])]])
const { signal } = new AbortController()

/** A text tower that comes as these answers have it, one a try. */
const setup = (answers: readonly Outcome<Files>[]) => {
  const added: Files[] = []
  const told: (TextArrival['kind'] | null)[] = []
  const signals: AbortSignal[] = []
  const left = [...answers]
  const host = {
    addFiles: (blobs: Files) => {
      added.push(blobs)
      return Promise.resolve(done(null))
    },
    model: () => ({ name: 'Model' }),
    // Only these are asked of a host.
  } as unknown as InferenceHost
  const text = bringText(
    (options) => {
      signals.push(options.signal)
      return Promise.resolve(left.shift() ?? cancelled)
    },
    host,
    new Map(),
    (arrival) => told.push(arrival?.kind ?? null),
  )
  return { text, added, told, signals }
}

describe('a text tower that comes after its model has begun to answer', () => {
  it('is handed to the worker before anybody who waits for it goes on', async () => {
    const { text, added, told } = setup([done(files)])
    expect(text.isHere()).toBe(false)
    expect(await text.wait(signal)).toEqual(done(null))
    expect([text.isHere(), added, told]).toEqual([true, [files], ['coming', null]])
  })

  it('is tried again by the next who wants it, and not by itself', async () => {
    const error = { code: 'NETWORK', url: 'https://a.example', status: 0 } as const
    const { text, told, signals } = setup([failed(error), done(files)])
    expect(await text.wait(signal)).toEqual(failed(error))
    expect([told, signals.length]).toEqual([['coming', 'failed'], 1])
    expect(await text.wait(signal)).toEqual(done(null))
    expect(told).toEqual(['coming', 'failed', 'coming', null])
  })

  it('has failed where it was deleted on the way', async () => {
    const { text, told } = setup([cancelled])
    expect(await text.wait(signal)).toMatchObject({ error: { code: 'MODEL_NOT_FOUND' } })
    expect(told).toEqual(['coming', 'failed'])
  })

  it('lets a caller go that stops waiting, and ends with its model', async () => {
    const { text, added, told, signals } = setup([done(files)])
    const stopped = text.wait(AbortSignal.abort())
    text.stop()
    expect(await stopped).toEqual(cancelled)
    expect(await text.wait(signal)).toEqual(cancelled)
    expect([signals[0]?.aborted, added, told]).toEqual([true, [], ['coming', null]])
  })
})
