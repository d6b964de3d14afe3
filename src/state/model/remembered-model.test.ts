import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../core/brands'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import { HUB_HOST, sourceKey } from '../../core/model/model-source'
import { done } from '../../core/errors/outcome'
import { DEFAULT_RULES } from '../../core/question/scoring/judge'
import type { Preferences } from '../../platform/storage/preferences'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createLoadedModel } from '../../testing/loaded-model'
import { clipSource, createLoadPlan, createStoredModel } from '../../testing/model-fixtures'

const choice: ModelChoice = { source: clipSource, dtype: 'auto', device: 'auto' }

const remembered: Preferences = {
  language: null,
  tags: [],
  theme: 'system',
  template: '{}',
  temperature: 1,
  rules: DEFAULT_RULES,
  welcomed: true,
  scoresShown: false,
  modelHost: HUB_HOST,
  chosenModel: choice,
  keepsPictures: true,
  cardSize: 148,
  namesShown: false,
  reading: null,
  extent: 'middle',
}

/** A visit after one at which a model was chosen; Mini answers already. */
const setup = async () => {
  const app = setupApp(remembered)
  void app.loadModel(choiceOf({ kind: 'app', baseUrl: 'https://app.example/models/mini' }))
  app.engine.loads[0]?.answer(done(createLoadedModel({ key: 'mini', name: 'Mini' })))
  await app.settle()
  return { ...app, model: () => app.state().model }
}

describe('the model of an earlier visit', () => {
  it('is loaded where it is here whole', async () => {
    const { engine, model, resumeRememberedModel, settle } = await setup()
    engine.stored.push(createStoredModel())
    void resumeRememberedModel()
    await settle()
    engine.plans[0]?.answer(done(createLoadPlan(0)))
    await settle()
    expect(model()).toMatchObject({ kind: 'loading', choice, previous: { model: { key: 'mini' } } })
  })

  it.each([
    ['is not here any more', []],
    ['is here at another precision', [createStoredModel()]],
  ])('is not downloaded without a new yes where it %s', async (_title, models) => {
    const { engine, model, resumeRememberedModel, settle } = await setup()
    engine.stored.push(...models)
    void resumeRememberedModel()
    await settle()
    engine.plans[0]?.answer(done(createLoadPlan(50)))
    await settle()
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'mini' } })
    expect(engine.loads).toHaveLength(1)
  })

  it('waits to be resumed where its download was cut off', async () => {
    const { actions, engine, model, resumeRememberedModel, settle } = await setup()
    const missing = [{ path: 'onnx/text_model_quantized.onnx', size: 100 as Bytes, hash: null }]
    engine.stored.push(createStoredModel({ missing, dtypes: [], size: 130 as Bytes }))
    await resumeRememberedModel()
    expect(model()).toMatchObject({ kind: 'paused', progress: { loaded: 130, total: 200 } })
    expect(engine.loads).toHaveLength(1)
    actions.resumeLoading()
    await settle()
    expect(engine.loads).toHaveLength(2)
  })

  it('is left where it reads no tags and the page was opened by a link that brings some', async () => {
    const { engine, model, resumeRememberedModel, settle } = await setup()
    const graph = { path: 'onnx/model_quantized.onnx', size: 100 as Bytes, sha256: 'ab' }
    engine.stored.push(createStoredModel({ files: [graph] }))
    await resumeRememberedModel({ toReadTags: true })
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'mini' } })
    void resumeRememberedModel()
    await settle()
    expect(engine.plans).toHaveLength(1)
  })

  it('gives way to what somebody has begun meanwhile', async () => {
    const { actions, engine, model, resumeRememberedModel, settle } = await setup()
    engine.stored.push(createStoredModel())
    const resumed = resumeRememberedModel()
    void actions.chooseModel({ ...choice, dtype: 'fp32' })
    await resumed
    await settle()
    expect(model()).toMatchObject({ kind: 'planning', choice: { dtype: 'fp32' } })
  })
})

describe('models on this device', () => {
  it('are listed, and forgotten as the chosen one when they are deleted', async () => {
    const { actions, engine, state } = await setup()
    engine.stored.push(createStoredModel())
    await actions.refreshModels()
    expect(state().storedModels).toMatchObject({ kind: 'ready', models: [{ key: sourceKey(clipSource) }] })
    await actions.removeModel(sourceKey(clipSource))
    expect(state().storedModels).toEqual({ kind: 'ready', models: [] })
    expect(state().settings.chosenModel).toBeNull()
  })
})
