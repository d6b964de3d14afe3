import { describe, expect, it } from 'vitest'
import { DEFAULT_HUB_ID, hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { drawnWords } from '../../../core/tags/suggestions/drawn-words'
import { vocabulary } from '../../../core/tags/suggestions/vocabulary'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'

/** The page with pictures that show what their names say, read by the made-up engine, and what suggests tags. */
const setup = async (names: readonly string[], options: Parameters<typeof createFakeApp>[0] = {}) => {
  const { app, whenIdle } = createFakeApp({ tags: [], ...options })
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(names.map((name, i) => sketchPicture(80 + i, name)))
  await whenIdle()
  const suggestions = await app.actions.suggesting.load()
  const texts = () => suggestions.store.getState().found?.suggestions.map(({ text }) => text) ?? []
  const ready = () =>
    expect
      .poll(() => {
        const { words, phase, found } = suggestions.store.getState()
        const isWhole = words.kind === 'ready' && found?.compared === words.total
        return isWhole && phase.kind === 'none'
      })
      .toBe(true)
  return { app, suggestions, texts, ready, whenIdle }
}

const CARS_AND_TRUCKS = ['car-1.svg', 'car-2.svg', 'car-3.svg', 'truck-1.svg', 'truck-2.svg']

describe('tags are suggested', () => {
  it('for the whole list, by how many pictures each says most of', async () => {
    const { suggestions, ready } = await setup(CARS_AND_TRUCKS)
    suggestions.follow({ kind: 'list' })
    await ready()
    expect(suggestions.store.getState().found?.suggestions.slice(0, 2)).toEqual([
      { text: 'car', pictures: 3 },
      { text: 'truck', pictures: 2 },
    ])
    expect(suggestions.store.getState().found?.read).toBe(5)
  })

  it('for one picture, the nearest first', async () => {
    const { app, suggestions, texts, ready } = await setup(CARS_AND_TRUCKS)
    suggestions.follow({ kind: 'picture', id: app.store.getState().pictures[3]?.id ?? '' })
    await ready()
    expect(texts()[0]).toBe('truck')
  })

  it('for one picture, without what is a tag already', async () => {
    const { app, suggestions, texts, ready } = await setup(CARS_AND_TRUCKS, { tags: ['car', 'truck'] })
    suggestions.follow({ kind: 'picture', id: app.store.getState().pictures[0]?.id ?? '' })
    await ready()
    expect(texts()).not.toContain('car')
  })

  it('for one picture, others each time they are asked for', async () => {
    const { app, suggestions, texts, ready } = await setup(CARS_AND_TRUCKS)
    suggestions.follow({ kind: 'picture', id: app.store.getState().pictures[0]?.id ?? '' })
    await ready()
    const first = texts()
    expect(first).toContain('car')
    app.actions.addTags(first.join('\n'))
    suggestions.again()
    await expect.poll(texts).not.toEqual(first)
    expect(texts().filter((text) => first.includes(text))).toEqual([])
  })

  it('that say what the tags do not say yet', async () => {
    const { suggestions, texts, ready } = await setup(CARS_AND_TRUCKS, { tags: ['car'] })
    suggestions.follow({ kind: 'list' })
    await ready()
    expect(texts()[0]).toBe('truck')
    expect(texts()).not.toContain('car')
  })

  it('again when pictures have come', async () => {
    const { app, suggestions, texts, ready, whenIdle } = await setup(['car-1.svg', 'car-2.svg'])
    suggestions.follow({ kind: 'list' })
    await ready()
    expect(texts()).not.toContain('person')
    app.actions.addPictures([sketchPicture(99, 'person-1.svg')])
    await whenIdle()
    await expect.poll(texts).toContain('person')
  })

  it('with a model of drawings, from what that knows', async () => {
    const { app, suggestions, ready, whenIdle } = await setup(['car-1.svg', 'truck-1.svg'])
    app.actions.loadBuiltIn()
    await whenIdle()
    suggestions.follow({ kind: 'list' })
    await ready()
    const { drawingsOnly, words } = suggestions.store.getState()
    expect(drawingsOnly).toBe(true)
    expect(words).toEqual({ kind: 'ready', total: drawnWords().length })
  })

  it('not with a model of fixed labels', async () => {
    const { app, suggestions, whenIdle } = await setup(['car-1.svg'])
    await app.actions.loadModel(hubSource(HUB_HOST, fixedLabelCatalogue[0]?.id ?? ''))
    await whenIdle()
    suggestions.follow({ kind: 'list' })
    expect(suggestions.store.getState().words.kind).toBe('none')
    const outcome = await suggestions.nameGroups([[0]], 1, new AbortController().signal)
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'MODEL_NOT_LOADED' } })
  })
})

it('groups of pictures are named', async () => {
  const { app, suggestions } = await setup(CARS_AND_TRUCKS)
  const { rows } = app.selectors
  rows.rowsOf(app.store.getState().pictures)
  const ids = app.store.getState().pictures.map(({ id }) => rows.rowOf(id) ?? -1)
  const named = await suggestions.nameGroups([ids.slice(0, 3), ids.slice(3)], 1, new AbortController().signal)
  expect(named).toEqual({ kind: 'done', value: [['car'], ['truck']] })
})

it('words are read once, and can be stopped and gone on with', async () => {
  const { suggestions, ready } = await setup(['car-1.svg'])
  suggestions.follow({ kind: 'list' })
  suggestions.stop()
  expect(suggestions.store.getState().words).toEqual({ kind: 'stopped', done: 0, total: vocabulary().length })
  suggestions.again()
  await ready()
})
