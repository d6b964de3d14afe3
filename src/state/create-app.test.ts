import { describe, expect, it } from 'vitest'
import { done, failed } from '../core/errors/outcome'
import { setupApp as setup, source } from '../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../testing/fakes/fake-engine'
import { createLoadedModel } from '../testing/loaded-model'
import { createWords } from '../words/create-words'

describe('a first visit', () => {
  it('starts with the six tags, in their order', () => {
    const { state } = setup()
    expect(state().tags.map(({ text }) => text)).toEqual([
      'car',
      'document',
      'motorcycle',
      'truck',
      'person',
      'other',
    ])
  })
})

describe('pictures', () => {
  it('wait for a model and are encoded as soon as one is ready', async () => {
    const { addPictures, engine, phases, load } = setup()
    addPictures('a', 'b')
    expect(engine.pictures).toHaveLength(0)
    await load()
    expect(phases()).toEqual(['a encoding', 'b encoding'])
  })

  it('on the screen are encoded before the others', async () => {
    const { addPictures, actions, engine, load } = setup()
    const ids = addPictures(...Array.from({ length: 30 }, (_, i) => `p${i}`))
    actions.setVisible(ids.slice(20, 22))
    await load()
    expect(engine.pictures.slice(0, 3).map(({ request }) => request)).toEqual(['p20', 'p21', 'p0'])
  })

  it('that fail do not stop the others, and can be tried again', async () => {
    const { addPictures, actions, engine, load, phases, settle } = setup()
    await load()
    const [id = ''] = addPictures('broken', 'good')
    engine.pictures[0]?.answer(failed({ code: 'IMAGE_DECODE_FAILED', name: 'broken', format: 'PNG' }))
    engine.pictures[1]?.answer(done(encodedPicture('model-a')))
    await settle()
    expect(phases()).toEqual(['broken failed', 'good ready'])
    actions.retryPicture(id)
    expect(phases()).toEqual(['broken encoding', 'good ready'])
  })

  it('that are stopped leave the queue, keep their place and can be encoded later', async () => {
    const { addPictures, actions, load, phases, settle, state } = setup()
    await load()
    const [a = ''] = addPictures('a', 'b')
    actions.stopQueue()
    await settle()
    expect(phases()).toEqual(['a stopped', 'b stopped'])
    expect(state().queue).toEqual({ kind: 'idle' })
    actions.retryPicture(a)
    expect(phases()).toEqual(['a encoding', 'b stopped'])
  })

  it('are counted once, whatever becomes of them while others are encoded', async () => {
    const { addPictures, actions, engine, load, settle, state } = setup()
    await load()
    const ids = addPictures('a', 'b', 'c')
    engine.pictures[0]?.answer(done(encodedPicture('model-a')))
    await settle()
    expect(state().queue).toMatchObject({ done: 1, total: 3 })
    await load(createLoadedModel({ key: 'model-b' }))
    expect(state().queue).toMatchObject({ done: 0, total: 3 })
    actions.removePictures([ids[0] ?? ''])
    expect(state().queue).toMatchObject({ done: 0, total: 2 })
  })

  it('are encoded again in place when another model is ready, their renditions kept', async () => {
    const { addPictures, engine, load, phases, settle, state } = setup()
    await load()
    addPictures('a')
    engine.pictures[0]?.answer(done(encodedPicture('model-a')))
    await settle()
    await load(createLoadedModel({ key: 'model-b' }))
    expect(phases()).toEqual(['a encoding'])
    const { phase } = state().pictures[0] ?? {}
    expect(phase && 'facts' in phase && phase.facts?.thumbnail).toBeInstanceOf(Blob)
  })

  it('that fail under another model keep their rendition, so that no second one is made', async () => {
    const { actions, addPictures, engine, load, phases, settle, state } = setup()
    const rendition = () => {
      const { phase } = state().pictures[0] ?? {}
      return phase?.kind === 'ready' ? phase.facts.thumbnail : null
    }
    await load()
    const ids = addPictures('a')
    engine.pictures[0]?.answer(done(encodedPicture('model-a')))
    await settle()
    const first = rendition()
    await load(createLoadedModel({ key: 'model-b' }))
    engine.pictures.at(-1)?.answer(failed({ code: 'UNEXPECTED', detail: 'once' }))
    await settle()
    expect(phases()).toEqual(['a failed'])
    actions.retryPicture(ids[0] ?? '')
    engine.pictures.at(-1)?.answer(done(encodedPicture('model-b')))
    await settle()
    expect(first).toBeInstanceOf(Blob)
    expect(rendition()).toBe(first)
  })
})

describe('tags', () => {
  it('are ranked when both they and the picture are embedded', async () => {
    const { actions, addPictures, answerPrompts, engine, load, ranking, settle } = setup()
    actions.replaceTags(['red', 'green', 'blue'])
    await load()
    await answerPrompts()
    addPictures('a')
    expect(ranking()).toEqual([])
    engine.pictures[0]?.answer(done(encodedPicture('model-a', unitVector(0.2, 0.9, 0.3))))
    await settle()
    expect(ranking()).toEqual(['green', 'blue', 'red'])
  })

  it('that are added re-rank pictures without encoding one', async () => {
    const { actions, addPictures, answerPrompts, engine, load, ranking, settle } = setup()
    actions.replaceTags(['red'])
    await load()
    await answerPrompts()
    addPictures('a')
    engine.pictures[0]?.answer(done(encodedPicture('model-a', unitVector(0, 0, 1))))
    await settle()
    actions.addTags('blue')
    await answerPrompts()
    expect(ranking()).toEqual(['blue', 'red'])
    expect(engine.pictures).toHaveLength(1)
    expect(engine.prompts.at(-1)?.request).toEqual(['blue'])
  })

  it('being typed ask for the newest text only: a reply to an older edit is ignored', async () => {
    const { actions, addPictures, answerPrompts, engine, load, ranking, settle, state } = setup()
    actions.replaceTags(['red', 'gree'])
    await load()
    await answerPrompts()
    addPictures('a')
    engine.pictures[0]?.answer(done(encodedPicture('model-a', unitVector(0.1, 0.2, 0.9))))
    await settle()
    const id = state().tags[1]?.id ?? ''
    actions.previewTag(id, 'green')
    actions.previewTag(id, 'blue')
    const [older, newest] = engine.prompts.slice(-2)
    expect([older?.signal.aborted, newest?.signal.aborted]).toEqual([true, false])
    await answerPrompts()
    await answerPrompts(-2)
    expect(ranking()).toEqual(['blue', 'red'])
  })

  it('outlive the page', () => {
    const first = setup()
    first.actions.addTags('bicycle')
    const second = setup(first.written.at(-1) ?? null)
    expect(second.state().tags.map(({ text }) => text)).toContain('bicycle')
  })

  it('that are removed no longer filter', () => {
    const { actions, state } = setup()
    const id = state().tags[0]?.id ?? ''
    actions.filterByTag(id)
    actions.removeTag(id)
    expect(state().filter.answers).toEqual([])
  })
})

describe('the model', () => {
  it('that was answering goes on while another loads, and after that one failed', async () => {
    const { actions, engine, load, state, settle } = setup()
    const model = await load()
    void actions.loadModel(source)
    expect(state().model).toMatchObject({ kind: 'loading', previous: { model: { key: model.key } } })
    engine.loads.at(-1)?.answer(failed({ code: 'MODEL_NOT_FOUND', url: 'x' }))
    await settle()
    expect(state().model).toMatchObject({ kind: 'failed', previous: { model: { key: model.key } } })
  })

  it('that is cancelled leaves no error behind', async () => {
    const { actions, state, settle } = setup()
    void actions.loadModel(source)
    actions.cancelLoading()
    await settle()
    expect(state().model).toEqual({ kind: 'none' })
  })

  it('that comes to run otherwise while another loads leaves the other one loading', async () => {
    const { actions, engine, load, state } = setup()
    await load()
    void actions.loadModel(source)
    engine.changeModel(createLoadedModel({ workers: 2 }))
    expect(state().model).toMatchObject({ kind: 'loading', previous: { model: { workers: 2 } } })
    actions.cancelLoading()
    await expect.poll(() => state().model).toMatchObject({ kind: 'ready', model: { workers: 2 } })
  })

  it('is loaded again after it was unloaded, and encodes what is there', async () => {
    const { actions, addPictures, load, phases, state } = setup()
    await load()
    actions.unloadModel()
    addPictures('a')
    expect(phases()).toEqual(['a waiting'])
    await load()
    expect(state().model).toMatchObject({ kind: 'ready' })
    expect(phases()).toEqual(['a encoding'])
  })

  it('that takes another’s place encodes what is on the screen first', async () => {
    const { actions, addPictures, engine, load, settle } = setup()
    await load()
    const names = Array.from({ length: 30 }, (_, i) => `picture ${i}`)
    const ids = addPictures(...names)
    for (let answered = 0; answered < names.length; answered += 1) {
      engine.pictures[answered]?.answer(done(encodedPicture('model-a')))
      await settle()
    }
    actions.setVisible(ids.slice(20))
    const before = engine.pictures.length
    await load(createLoadedModel({ key: 'model-b' }))
    expect(engine.pictures.slice(before).map(({ request }) => request)).toEqual(names.slice(20, 30))
  })

  it('that had to move to the CPU says so and encodes again', async () => {
    const { addPictures, engine, load, phases, settle, state } = setup()
    await load(createLoadedModel({ device: 'webgpu' }))
    addPictures('a')
    engine.pictures[0]?.answer(done(encodedPicture('model-a')))
    await settle()
    const demotedFrom = { device: 'webgpu', dtype: 'fp16', reason: 'unusable', remembered: false } as const
    engine.changeModel(createLoadedModel({ key: 'model-a-q8', device: 'wasm', demotedFrom }))
    expect(phases()).toEqual(['a encoding'])
    expect(state().notices[0]?.text(createWords().now())).toContain('CPU')
  })
})

describe('whenIdle', () => {
  it('waits for pictures and tags alike', async () => {
    const { addPictures, answerPrompts, engine, load, settle, whenIdle } = setup()
    await load()
    addPictures('a')
    let idle = false
    void whenIdle().then(() => {
      idle = true
    })
    await answerPrompts()
    expect(idle).toBe(false)
    engine.pictures[0]?.answer(done(encodedPicture('model-a')))
    await settle()
    expect(idle).toBe(true)
  })

  it('does not wait for pictures that have no model', async () => {
    const { addPictures, whenIdle } = setup()
    addPictures('a')
    await expect(whenIdle()).resolves.toBeUndefined()
  })
})
