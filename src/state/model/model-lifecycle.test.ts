import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../core/brands'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import { done, failed } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createLoadedModel } from '../../testing/loaded-model'
import { clipSource, createLoadPlan } from '../../testing/model-fixtures'
import { createWords } from '../../words/create-words'

const choice: ModelChoice = { source: clipSource, dtype: 'auto', device: 'auto' }
const mini: ModelSource = { kind: 'app', baseUrl: 'https://app.example/models/mini' }

const downloading = (loaded: number) =>
  ({ stage: 'downloading', loaded: loaded as Bytes, total: 100 as Bytes }) as const

const words = createWords().now()

const setup = () => {
  const app = setupApp()
  return {
    ...app,
    model: () => app.state().model,
    notices: () => app.state().notices.map(({ text }) => text(words)),
    /** Mini answers, as at every visit. */
    startMini: async () => {
      void app.loadModel(choiceOf(mini))
      app.engine.loads[0]?.answer(done(createLoadedModel({ key: 'mini', name: 'Mini' })))
      await app.settle()
    },
    /** Chosen, agreed to, and so much of it downloaded. */
    download: async (loaded: number) => {
      void app.actions.chooseModel(choice)
      app.engine.plans.at(-1)?.answer(done(createLoadPlan(100)))
      await app.settle()
      app.actions.confirmModel()
      app.engine.loads.at(-1)?.report(downloading(loaded))
    },
  }
}

describe('choosing a model', () => {
  it('downloads nothing until the size is known and agreed to', async () => {
    const { actions, engine, model, settle } = setup()
    void actions.chooseModel(choice)
    expect(model().kind).toBe('planning')
    engine.plans[0]?.answer(done(createLoadPlan(100)))
    await settle()
    expect(model()).toMatchObject({ kind: 'planned', plan: { missing: 100 } })
    expect(engine.loads).toHaveLength(0)
    actions.confirmModel()
    expect(engine.loads).toHaveLength(1)
    engine.loads[0]?.answer(done(createLoadedModel()))
    await settle()
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'model-a' }, choice })
  })

  it('that is here whole loads it at once', async () => {
    const { actions, engine, settle } = setup()
    void actions.chooseModel(choice)
    engine.plans[0]?.answer(done(createLoadPlan(0)))
    await settle()
    expect(engine.loads).toHaveLength(1)
  })

  it('waits for a yes where the host does not say how large it is', async () => {
    const { actions, engine, model, settle } = setup()
    void actions.chooseModel(choice)
    engine.plans[0]?.answer(done(createLoadPlan(null)))
    await settle()
    expect(model().kind).toBe('planned')
    expect(engine.loads).toHaveLength(0)
  })

  it('insists on the precision and the device that were chosen', async () => {
    const { actions, engine, settle } = setup()
    void actions.chooseModel({ source: clipSource, dtype: 'fp16', device: 'webgpu' })
    engine.plans[0]?.answer(done(createLoadPlan(0)))
    await settle()
    expect(engine.loads[0]?.options).toEqual({ dtype: 'fp16', device: 'webgpu' })
  })

  it('again forgets the answer about the older choice', async () => {
    const { actions, engine, model, settle } = setup()
    void actions.chooseModel(choice)
    void actions.chooseModel({ ...choice, dtype: 'fp32' })
    engine.plans[1]?.answer(done(createLoadPlan(100)))
    engine.plans[0]?.answer(done(createLoadPlan(7)))
    await settle()
    expect(model()).toMatchObject({ kind: 'planned', choice: { dtype: 'fp32' }, plan: { missing: 100 } })
  })

  it('that fails leaves the one that answers, and is asked again by a retry', async () => {
    const { actions, engine, model, settle, startMini } = setup()
    await startMini()
    void actions.chooseModel(choice)
    engine.plans[0]?.answer(failed({ code: 'MODEL_NOT_FOUND', url: 'x' }))
    await settle()
    expect(model()).toMatchObject({
      kind: 'failed',
      during: 'planning',
      previous: { model: { key: 'mini' } },
    })
    actions.retryModel()
    expect(engine.plans).toHaveLength(2)
    actions.cancelLoading()
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'mini' } })
  })
})

describe('a download', () => {
  it('is paused, keeps what it has, and goes on from there', async () => {
    const { actions, download, engine, model, settle } = setup()
    await download(40)
    actions.pauseLoading()
    await settle()
    expect(model()).toMatchObject({ kind: 'paused', progress: { loaded: 40, total: 100 } })
    actions.resumeLoading()
    expect(model()).toMatchObject({ kind: 'loading', progress: { loaded: 40 } })
    engine.loads.at(-1)?.answer(done(createLoadedModel()))
    await settle()
    expect(model().kind).toBe('ready')
  })

  it('is paused by the airplane switch at any stage, and offered again when that is off', async () => {
    const { actions, download, engine, model, settle, heedAirplane, state } = setup()
    await download(40)
    engine.loads.at(-1)?.report({ ...downloading(40), stage: 'checking' })
    heedAirplane(true, 'https://app.example')
    await settle()
    expect(model()).toMatchObject({ kind: 'paused', cause: 'airplane', progress: { loaded: 40 } })
    heedAirplane(false, 'https://app.example')
    expect(model().kind).toBe('paused')
    state().notices.at(-1)?.action?.run?.()
    expect(model()).toMatchObject({ kind: 'loading', progress: { loaded: 40 } })
    expect(state().notices).toEqual([])
    actions.pauseLoading()
    expect(model()).not.toHaveProperty('cause')
  })

  it('never runs backwards', async () => {
    const { download, engine, model } = setup()
    await download(60)
    engine.loads.at(-1)?.report(downloading(20))
    expect(model()).toMatchObject({ progress: { loaded: 60 } })
  })

  it('is not paused any more once the model is being opened', async () => {
    const { actions, download, engine, model } = setup()
    await download(100)
    engine.loads.at(-1)?.report({ ...downloading(100), stage: 'opening' })
    actions.pauseLoading()
    expect(model().kind).toBe('loading')
  })

  it('that is stopped goes back to the model that answers and says that it is kept', async () => {
    const { actions, download, model, notices, settle, startMini } = setup()
    await startMini()
    await download(40)
    actions.cancelLoading()
    await settle()
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'mini' } })
    expect(notices()).toEqual([expect.stringContaining('What has arrived is kept')])
  })

  it('that fails keeps the model that answers, and a retry loads without asking again', async () => {
    const { actions, download, engine, model, settle, startMini } = setup()
    await startMini()
    await download(40)
    engine.loads.at(-1)?.answer(failed({ code: 'NETWORK', url: 'x', status: 503 }))
    await settle()
    expect(model()).toMatchObject({ kind: 'failed', during: 'loading', previous: { model: { key: 'mini' } } })
    actions.retryModel()
    expect(model().kind).toBe('loading')
    expect(engine.plans).toHaveLength(1)
  })

  it('goes on while the model that answers is replaced by a demoted one', async () => {
    const { download, engine, model, startMini } = setup()
    await startMini()
    await download(40)
    engine.changeModel(createLoadedModel({ key: 'mini-cpu' }))
    expect(model()).toMatchObject({
      kind: 'loading',
      progress: { loaded: 40 },
      previous: { model: { key: 'mini-cpu' } },
    })
  })

  it('that there is no room to keep says so', async () => {
    const { download, engine, notices, settle } = setup()
    await download(40)
    engine.loads.at(-1)?.answer(done(createLoadedModel({ kept: false })))
    await settle()
    expect(notices()).toEqual(['There is no room to keep Model A. It works until this page is left.'])
  })

  it('whose device gave wrong numbers says in one line where it runs now', async () => {
    const { download, engine, notices, settle, state } = setup()
    await download(40)
    const demotedFrom = {
      device: 'webgpu',
      dtype: 'fp16',
      reason: 'wrong-numbers',
      remembered: false,
    } as const
    engine.loads.at(-1)?.answer(done(createLoadedModel({ demotedFrom })))
    await settle()
    expect(notices()).toEqual(['The graphics card gave wrong numbers, so the CPU is used.'])
    expect(state().notices[0]?.action).toMatchObject({ opens: 'model' })
  })

  it('that was agreed to is remembered for the next visit, and not one that a program loaded', async () => {
    const { download, engine, loadModel, written } = setup()
    await download(40)
    expect(written.at(-1)?.chosenModel).toEqual(choice)
    void loadModel(choiceOf({ kind: 'url', baseUrl: 'https://other.example' }))
    expect(engine.loads).toHaveLength(2)
    expect(written.at(-1)?.chosenModel).toEqual(choice)
  })
})

describe('a mirror', () => {
  it('is set by its address and refused where it is none', () => {
    const { actions, state } = setup()
    expect(actions.setModelHost('hub.example/')).toBe(true)
    expect(state().settings.modelHost).toBe('https://hub.example')
    expect(actions.setModelHost('nonsense here')).toBe(false)
    expect(state().settings.modelHost).toBe('https://hub.example')
  })
})
