import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../core/model/model-choice'
import { sourceKey } from '../../core/model/model-source'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createLoadedModel } from '../../testing/loaded-model'
import { clipSource, createLoadPlan, createStoredModel } from '../../testing/model-fixtures'

describe('a newer commit of a stored model', () => {
  const key = sourceKey(clipSource)
  const setupStored = async () => {
    const app = setupApp()
    void app.loadModel(choiceOf({ kind: 'app', baseUrl: 'https://app.example/models/mini' }))
    app.engine.loads[0]?.answer(done(createLoadedModel({ key: 'mini', name: 'Mini' })))
    await app.settle()
    app.engine.stored.push(createStoredModel())
    await app.actions.refreshModels()
    const ask = async (revision: string) => {
      const asked = app.actions.askForNewer(key)
      await expect.poll(() => app.engine.plans).toHaveLength(1)
      app.engine.plans[0]?.answer(done({ ...createLoadPlan(20), present: 'c0ffee', revision }))
      await asked
      await app.settle()
    }
    return { ...app, ask, model: () => app.state().model }
  }

  it('is offered with what it takes, and asked for at a yes', async () => {
    const { ask, actions, engine, model } = await setupStored()
    await ask('decade')
    expect(model()).toMatchObject({
      kind: 'planned',
      plan: { missing: 20 },
      previous: { model: { key: 'mini' } },
    })
    // What the host has just said is not asked again.
    expect(engine.plans).toHaveLength(1)
    actions.confirmModel()
    expect(engine.loads.at(-1)?.options).toEqual({ newest: true })
    engine.loads.at(-1)?.answer(done(createLoadedModel({ key: 'new', name: 'New' })))
    await expect.poll(model).toMatchObject({ kind: 'ready', choice: { newest: undefined } })
  })

  it('is not there where the host has the same, which is said', async () => {
    const { ask, state, model, actions } = await setupStored()
    await ask('c0ffee')
    expect(state().modelTransfer).toEqual({ kind: 'newest', key })
    expect(model().kind).toBe('ready')
    actions.stopTransfer()
    await expect.poll(() => state().modelTransfer.kind).toBe('none')
  })
})
