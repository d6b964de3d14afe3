import { describe, expect, it } from 'vitest'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../testing/loaded-model'

/** A ranked picture of that direction, among these tags. */
const setup = async (tags: readonly string[], picture = unitVector(0.2, 0.9, 0.3)) => {
  const app = setupApp()
  app.actions.replaceTags(tags)
  await app.load()
  await app.answerPrompts()
  app.addPictures('a')
  app.engine.pictures[0]?.answer(done(encodedPicture('model-a', picture)))
  await app.settle()
  const cosineOf = (tag: string) => {
    const [first] = app.state().pictures
    return (
      first &&
      app.selectors.tasks['zero-shot'].ranking(app.state(), first).find((score) => score.tag === tag)?.cosine
    )
  }
  return { ...app, cosineOf }
}

describe('prompts', () => {
  it('of several phrasings are averaged', async () => {
    const { cosineOf, engine } = await setup(['red | green'], unitVector(1, 1, 0))
    expect(engine.prompts[0]?.request.slice(-2)).toEqual(['red', 'green'])
    expect(cosineOf('red | green')).toBeCloseTo(1, 6)
  })

  it('of several templates are averaged, and asked for as soon as a template is there', async () => {
    const { actions, answerPrompts, engine, cosineOf } = await setup(['red'], unitVector(1, 0, 0))
    actions.setTemplate('{}\na {}')
    expect(engine.prompts.at(-1)?.request).toContain('a red')
    expect(engine.prompts.at(-1)?.request).not.toContain('red')
    await answerPrompts()
    // 'a red' is (1, 1, 1) to the fake.
    expect(cosineOf('red')).toBeCloseTo(
      unitVector(1 + Math.sqrt(1 / 3), Math.sqrt(1 / 3), Math.sqrt(1 / 3))[0] ?? 0,
      5,
    )
  })

  it('of what a tag is not compete with it', async () => {
    const { ranking } = await setup(['green -blue', 'red'], unitVector(0.9, 0.91, 0.95))
    expect(ranking()).toEqual(['red', 'green -blue'])
  })
})

describe('a long list', () => {
  it('is embedded in slices, so that the first tags are ranked before the last ones are asked for', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `colour ${i}`)
    const { answerPrompts, engine, ranking, state } = await setup(['red', ...names], unitVector(1, 0, 0))
    expect(ranking()[0]).toBe('red')
    expect(ranking().length).toBeLessThan(100)
    expect(state().embeddingTags).toBe(true)
    // Whether any tag fits is known with the first bars already.
    expect(engine.prompts[0]?.request).toContain('something else')
    while (state().embeddingTags) await answerPrompts()
    expect(ranking()).toHaveLength(301)
    const asked = engine.prompts.flatMap(({ request }) => request)
    expect(new Set(asked).size).toBe(asked.length)
    expect(engine.prompts.length).toBeLessThan(5)
  })

  it('that is edited while it is embedded goes on with what is still missing', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `colour ${i}`)
    const { actions, answerPrompts, engine, state } = await setup(names)
    const first = engine.prompts[0]?.request ?? []
    actions.addTags('red')
    await answerPrompts()
    expect(engine.prompts.at(-1)?.request.filter((prompt) => first.includes(prompt))).toEqual([])
    while (state().embeddingTags) await answerPrompts()
    expect(state().promptEmbeddings.has('red')).toBe(true)
    expect(state().promptEmbeddings.has('colour 299')).toBe(true)
  })
})

describe('a tag whose prompts wait for the text tower', () => {
  it('keeps no other from being ranked', async () => {
    const { actions, engine, load, answerPrompts, settle, addPictures, ranking } = setupApp()
    engine.waitsForText = (prompts) => prompts.includes('green')
    actions.replaceTags(['green', 'red'])
    await load()
    expect(engine.prompts[0]?.request).toEqual(expect.arrayContaining(['something else', 'red']))
    expect(engine.prompts[0]?.request).not.toContain('green')
    await answerPrompts()
    addPictures('a')
    engine.pictures[0]?.answer(done(encodedPicture('model-a', unitVector(1, 0, 0))))
    await settle()
    expect(ranking()).toEqual(['red'])
    expect(engine.prompts.at(-1)?.request).toEqual(['green'])
    await answerPrompts()
    expect(ranking()).toEqual(['red', 'green'])
  })
})

describe('a picture as a tag', () => {
  it('ranks others by how near they are to it, for every model, and is not kept', async () => {
    const { actions, engine, state, settle, addPictures, load, answerPrompts, ranking, written } =
      await setup(['red'])
    actions.addPictureTag(state().pictures[0]?.id ?? '')
    engine.pictures.at(-1)?.answer(done(encodedPicture('model-a', unitVector(0.2, 0.9, 0.3))))
    await settle()
    addPictures('b')
    engine.pictures.at(-1)?.answer(done(encodedPicture('model-a', unitVector(0.1, 0.9, 0.3))))
    await settle()
    expect(ranking(1)).toEqual(['a', 'red'])
    expect(written.at(-1)?.tags.map(({ text }) => text)).toEqual(['red'])
    const before = engine.pictures.length
    await load(createLoadedModel({ key: 'model-b' }))
    await answerPrompts()
    expect(engine.pictures.slice(before).length).toBe(3)
  })
})
