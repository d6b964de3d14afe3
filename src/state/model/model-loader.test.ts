import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../core/brands'
import type { ModelChoice } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import { isOnItsWay } from '../../core/model/model-phase'
import { done, failed } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createLoadedModel } from '../../testing/loaded-model'
import { createLoadPlan } from '../../testing/model-fixtures'
import { answeringModel, currentModel } from './current-model'

const mini: ModelSource = { kind: 'app', baseUrl: 'https://app.example/models/mini' }
const choiceOf = (name: string): ModelChoice => ({
  source: { kind: 'url', baseUrl: `https://models.example/${name}` },
  dtype: 'auto',
  device: 'auto',
})

/** The app as it starts: Mini is on its way, and any other model is asked for by its name. */
const setup = () => {
  const app = setupApp()
  const { engine, settle, actions } = app
  void app.loadModel({ source: mini, dtype: 'auto', device: 'auto' })
  const nameOf = (source: ModelSource) =>
    'baseUrl' in source ? (source.baseUrl.split('/').at(-1) ?? '') : ''
  const pending = () => engine.loads.filter((load) => !load.signal.aborted && !answered.has(load))
  const answered = new Set<(typeof engine.loads)[number]>()
  const answerLoad = async (load = pending().at(-1), works = true) => {
    if (!load) return
    answered.add(load)
    const key = nameOf(load.request)
    load.answer(
      works
        ? done(createLoadedModel({ key, name: key }))
        : failed({ code: 'UNSUPPORTED_MODEL', detail: key }),
    )
    await settle()
  }
  const answerPlan = async (missing: number | 'failed') => {
    const plan = engine.plans.at(-1)
    if (!plan) return
    plan.answer(
      missing === 'failed' ? failed({ code: 'MODEL_NOT_FOUND', url: 'x' }) : done(createLoadPlan(missing)),
    )
    await settle()
  }
  return {
    ...app,
    model: () => app.state().model,
    answering: () => currentModel(app.state().model)?.key ?? null,
    /** Names of the models that are being loaded, the oldest first. */
    loading: () => pending().map(({ request }) => nameOf(request)),
    answerLoad,
    answerPlan,
    pending,
    choose: (name: string) => void actions.chooseModel(choiceOf(name)),
    demand: (name: string, signal?: AbortSignal) =>
      void app.loadModel(choiceOf(name), { ...(signal && { signal }) }),
  }
}

describe('a load that is interrupted', () => {
  it('goes on while another model’s size is asked for, and answers meanwhile', async () => {
    const { choose, answerPlan, answerLoad, model, loading, answering } = setup()
    choose('other')
    await answerPlan(100)
    expect(loading()).toEqual(['mini'])
    expect(model()).toMatchObject({
      kind: 'planned',
      previous: null,
      meanwhile: { choice: { source: mini } },
    })
    await answerLoad()
    expect(model()).toMatchObject({ kind: 'planned', meanwhile: null })
    expect(answering()).toBe('mini')
  })

  it('comes back after the newer one failed, whose error stays', async () => {
    const { choose, answerPlan, answerLoad, model, loading, answering } = setup()
    choose('unsupported')
    await answerPlan(0)
    expect(loading()).toEqual(['unsupported'])
    await answerLoad(undefined, false)
    expect(loading()).toEqual(['mini'])
    expect(isOnItsWay(model())).toBe(true)
    await answerLoad()
    expect(model()).toMatchObject({ kind: 'failed', error: { code: 'UNSUPPORTED_MODEL' }, meanwhile: null })
    expect(answering()).toBe('mini')
  })

  it('is what the page tells of again after the newer one was cancelled', async () => {
    const { actions, choose, answerPlan, model, answerLoad, settle } = setup()
    choose('other')
    await answerPlan(0)
    actions.cancelLoading()
    await settle()
    expect(model()).toMatchObject({ kind: 'loading', choice: { source: mini }, meanwhile: null })
    await answerLoad()
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'mini' } })
  })

  it('does not come back after the newer one is ready', async () => {
    const { choose, answerPlan, answerLoad, model, loading } = setup()
    choose('other')
    await answerPlan(0)
    await answerLoad()
    expect(model()).toMatchObject({ kind: 'ready', model: { key: 'other' } })
    expect(loading()).toEqual([])
  })

  it('ends with all others where the model is taken out of memory', async () => {
    const { actions, choose, answerPlan, model, loading, settle } = setup()
    choose('other')
    await answerPlan(0)
    actions.unloadModel()
    await settle()
    expect(model()).toEqual({ kind: 'none' })
    expect(loading()).toEqual([])
  })

  it('leaves what the next visit begins with as it was, where the newer one cannot be had', async () => {
    const { state, choose, answerPlan, answerLoad } = setup()
    await answerLoad()
    choose('good')
    await answerPlan(0)
    await answerLoad()
    choose('unsupported')
    await answerPlan(0)
    expect(state().settings.chosenModel).toEqual(choiceOf('unsupported'))
    await answerLoad(undefined, false)
    expect(state().settings.chosenModel).toEqual(choiceOf('good'))
  })
})

const nameArbitrary = fc.constantFrom('a', 'b', 'c')

/** What a person, a program, a host and a machine may do to the loader, in any order. */
const stepArbitrary = fc.oneof(
  fc.record({ kind: fc.constantFrom('choose', 'demand', 'demand, then abort'), name: nameArbitrary }),
  fc.record({ kind: fc.constant('answer plan'), missing: fc.constantFrom(0, 100, 'failed' as const) }),
  fc.record({ kind: fc.constant('answer load'), newest: fc.boolean(), works: fc.boolean() }),
  fc.record({
    kind: fc.constant('report'),
    stage: fc.constantFrom('downloading' as const, 'opening' as const),
  }),
  fc.record({ kind: fc.constantFrom('confirm', 'pause', 'resume', 'cancel', 'retry') }),
)
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never

it('whatever fails or is cancelled, and in whatever order, something answers in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 25 }), async (steps) => {
      const app = setup()
      const { actions, engine, state, settle, pending } = app
      /** Only Mini can be had when it is asked often enough; the others fail as the steps say. */
      const take = async (step: Step) => {
        if ('missing' in step) await app.answerPlan(step.missing)
        else if ('works' in step) {
          const load = step.newest ? pending().at(-1) : pending()[0]
          await app.answerLoad(load, step.works || load?.request === mini)
        } else if ('stage' in step)
          pending()
            .at(-1)
            ?.report({ stage: step.stage, loaded: 10 as Bytes, total: 100 as Bytes })
        else if ('name' in step) {
          const controller = new AbortController()
          if (step.kind === 'choose') app.choose(step.name)
          else app.demand(step.name, controller.signal)
          if (step.kind === 'demand, then abort') controller.abort()
        } else if (step.kind === 'confirm') actions.confirmModel()
        else if (step.kind === 'resume') actions.resumeLoading()
        else if (step.kind === 'retry') actions.retryModel()
        else {
          const { model } = state()
          // Who stops Mini itself wants no model.
          if ('choice' in model && model.choice.source === mini) return
          if (step.kind === 'pause') actions.pauseLoading()
          else actions.cancelLoading()
        }
        await settle()
      }
      for (const step of steps) {
        await take(step)
        // What the page says and what answers are one model.
        expect(answeringModel(state().model)?.model ?? null).toBe(engine.model())
      }
      // From here on no other model can be had.
      for (let rounds = 0; isOnItsWay(state().model) && rounds < 50; rounds += 1) {
        if (state().model.kind === 'planning') await app.answerPlan('failed')
        const load = pending().at(-1)
        if (load) await app.answerLoad(load, load.request === mini)
      }
      expect(isOnItsWay(state().model)).toBe(false)
      expect(app.answering()).not.toBeNull()
      expect(pending()).toEqual([])
    }),
    { numRuns: 300 },
  )
})
