import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { HUB_HOST, sourceKey } from '../core/model/model-source'
import { done, failed } from '../core/errors/outcome'
import { setupApp } from '../testing/fakes/app-under-test'
import { createLoadedModel } from '../testing/loaded-model'
import { clipSource, createLoadPlan, createStoredModel } from '../testing/model-fixtures'
import { createWords } from '../words/create-words'
import { createTaglensApi } from './create-taglens-api'

beforeAll(() => {
  // Addresses are read as the page would, which Node has none of.
  vi.stubGlobal('location', { href: 'https://app.example/' })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const setup = () => {
  const app = setupApp()
  const api = createTaglensApi({
    running: app,
    engine: app.engine,
    fetchPicture: () => Promise.reject(new Error('no picture is fetched here')),
    newId: () => 'id',
    english: createWords().now(),
    openClassifier: () => Promise.reject(new Error('no classifier is trained here')),
    faults: null,
  })
  return { ...app, api }
}

/** What a promise of the API rejects with, as a program sees it. */
const refusal = async (promise: Promise<unknown>): Promise<unknown> =>
  JSON.parse(
    JSON.stringify(
      await promise.then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  )

describe('models on this device', () => {
  it('are listed, and removed by key or by id', async () => {
    const { api, engine, state } = setup()
    engine.stored.push(createStoredModel())
    expect(await api.models.list()).toMatchObject([{ key: sourceKey(clipSource), dtypes: ['q8'] }])
    await api.models.remove('owner/clip')
    expect(await api.models.list()).toEqual([])
    expect(state().storedModels).toEqual({ kind: 'ready', models: [] })
  })

  it('that are not there are refused with a code', async () => {
    const { api } = setup()
    for (const call of [api.models.remove('nobody/knows'), api.models.export('nobody/knows')])
      expect(await refusal(call)).toMatchObject({
        code: 'MODEL_NOT_FOUND',
        message: expect.stringContaining('nobody/knows') as string,
      })
  })

  it('are loaded by their key', async () => {
    const { api, engine, settle } = setup()
    engine.stored.push(createStoredModel())
    const loaded = api.loadModel({ key: sourceKey(clipSource), dtype: 'q8' })
    await settle()
    expect(engine.loads[0]).toMatchObject({ request: clipSource, options: { dtype: 'q8' } })
    engine.loads[0]?.answer(done(createLoadedModel()))
    expect(await loaded).toMatchObject({ id: 'owner/model-a' })
  })
})

describe('a plan', () => {
  it('says what a load would take', async () => {
    const { api, engine, settle } = setup()
    const planned = api.models.plan({ id: 'owner/clip' })
    await settle()
    expect(engine.plans[0]?.request).toEqual({
      kind: 'hub',
      host: `${HUB_HOST}/`,
      id: 'owner/clip',
      revision: 'main',
    })
    engine.plans[0]?.answer(done(createLoadPlan(60)))
    expect(await planned).toMatchObject({ total: 100, missing: 60 })
  })

  it('that is stopped or fails is refused with a code', async () => {
    const { api, engine, settle } = setup()
    const stop = new AbortController()
    const stopped = refusal(api.models.plan({ id: 'owner/clip' }, { signal: stop.signal }))
    await settle()
    stop.abort()
    expect(await stopped).toMatchObject({ code: 'CANCELLED' })
    const busy = refusal(api.models.plan({ id: 'owner/clip' }))
    await settle()
    engine.plans[1]?.answer(failed({ code: 'NETWORK', url: 'https://hub.example', status: 429 }))
    expect(await busy).toMatchObject({ code: 'NETWORK', message: expect.stringContaining('Wait') as string })
  })
})

describe('bad input', () => {
  it.each([
    ['no files', (api: ReturnType<typeof setup>['api']) => api.models.import([])],
    ['an empty name', (api: ReturnType<typeof setup>['api']) => api.models.remove('')],
    ['a way out of the hub', (api: ReturnType<typeof setup>['api']) => api.models.plan({ id: '../etc' })],
  ])('such as %s is refused before anything happens', async (_title, call) => {
    const { api, engine } = setup()
    expect(await refusal(call(api))).toMatchObject({ code: 'VALIDATION_ERROR' })
    expect(engine.plans).toHaveLength(0)
  })
})
