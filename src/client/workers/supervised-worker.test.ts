import { afterEach, describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../core/brands'
import { failed } from '../../core/errors/outcome'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import type { FaultyApi } from '../../testing/faulty-worker'
import { createSupervisedWorker, type Job, type SupervisedWorker } from './supervised-worker'

registerTransferHandlers()
const open: SupervisedWorker<FaultyApi>[] = []
afterEach(() => {
  for (const worker of open.splice(0)) worker.stop('the test is over')
})

const setup = () => {
  const worker = createSupervisedWorker<FaultyApi>(
    // eslint-disable-next-line no-restricted-syntax -- a worker of the tests, which no bundle may contain
    () => new Worker(new URL('../../testing/faulty-worker.ts', import.meta.url), { type: 'module' }),
  )
  open.push(worker)
  const run = <T>(work: Job<FaultyApi, T>['work'], options: Partial<Job<FaultyApi, T>> = {}) =>
    worker.run({
      doing: 'failing on demand',
      deadline: 60_000 as Milliseconds,
      signal: new AbortController().signal,
      work,
      ...options,
    })
  const echo = () => run((api) => api.echo('here'))
  return { worker, run, echo }
}

describe('a supervised worker', () => {
  it('that hangs is ended at its deadline, and the next job finds a new one', async () => {
    const { worker, run, echo } = setup()
    await echo()
    expect(await run((api) => api.hang(), { deadline: 300 as Milliseconds })).toMatchObject({
      kind: 'failed',
      error: { code: 'ENGINE_TIMEOUT', doing: 'failing on demand' },
    })
    expect(await echo()).toEqual({ kind: 'done', value: 'here' })
    expect(worker.generation()).toBe(2)
  })

  it('that crashes tells why, and the next job finds a new one', async () => {
    const { run, echo } = setup()
    expect(await run((api) => api.crash())).toMatchObject({
      kind: 'failed',
      error: { code: 'ENGINE_CRASHED', detail: expect.stringContaining('crashed on request') as string },
    })
    expect(await echo()).toEqual({ kind: 'done', value: 'here' })
  })

  it('whose script or a later part of it does not arrive says that, and the next job finds a new one', async () => {
    let isLost = true
    const worker = createSupervisedWorker<FaultyApi>(() =>
      isLost
        ? // eslint-disable-next-line no-restricted-syntax -- a worker that is on no host
          new Worker('/no-such-worker.js', { type: 'module' })
        : // eslint-disable-next-line no-restricted-syntax -- a worker of the tests, which no bundle may contain
          new Worker(new URL('../../testing/faulty-worker.ts', import.meta.url), { type: 'module' }),
    )
    open.push(worker)
    const run = (work: Job<FaultyApi, unknown>['work']) =>
      worker.run({
        doing: 'failing on demand',
        deadline: 60_000 as Milliseconds,
        signal: new AbortController().signal,
        work,
      })
    expect(await run((api) => api.echo('here'))).toMatchObject({ error: { code: 'PART_NOT_LOADED' } })
    isLost = false
    const prepared = worker.generation()
    expect(await run((api) => api.echo('here'))).toEqual({ kind: 'done', value: 'here' })
    expect(worker.generation()).toBe(prepared)
    const missing = failed({ code: 'PART_NOT_LOADED', detail: 'tokenizer' })
    expect(await run(() => Promise.resolve(missing))).toEqual(missing)
    expect(worker.generation()).toBe(prepared + 1)
    expect(await run((api) => api.echo('here'))).toEqual({ kind: 'done', value: 'here' })
  })

  it('takes the jobs beside a hanging one with it, as crashes that may be retried', async () => {
    const { run } = setup()
    const beside = run((api, signal) => api.waitForAbort(signal))
    await run((api) => api.hang(), { deadline: 300 as Milliseconds })
    expect(await beside).toMatchObject({ kind: 'failed', error: { code: 'ENGINE_CRASHED' } })
  })

  it('may take longer than its deadline as long as it gives signs of life', async () => {
    const { run } = setup()
    await run((api) => api.echo('started'))
    // Each sign leaves 1800 ms for the next: on a machine that others share, a page may stand still for a while.
    expect(
      await run((api, _signal, heartbeat) => api.work(11, 200, heartbeat), {
        deadline: 2000 as Milliseconds,
      }),
    ).toEqual({ kind: 'done', value: 'worked' })
  })

  it('answers a cancelled job at once and goes on with the next', async () => {
    const { worker, run, echo } = setup()
    const controller = new AbortController()
    const cancelledJob = run((api, signal) => api.waitForAbort(signal), { signal: controller.signal })
    controller.abort()
    expect(await cancelledJob).toEqual({ kind: 'cancelled' })
    expect(await echo()).toEqual({ kind: 'done', value: 'here' })
    expect(worker.generation()).toBe(1)
  })

  it('is not started for a job that was cancelled before it began', async () => {
    const { worker, run, echo } = setup()
    const first = worker.generation()
    await run((api) => api.echo('never'), { signal: AbortSignal.abort() })
    await echo()
    expect(worker.generation()).toBe(first)
  })
})
