import { describe, expect, it } from 'vitest'
import { done, failed } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'
import { createFixedLabelModel } from '../../../testing/loaded-model'

/** As many pictures as asked for: the first is red, the last blue, the others between. */
const setup = async (count = 3) => {
  const test = setupApp()
  const { key } = await test.load()
  test.actions.replaceTags(['red', 'green'])
  test.addPictures(...Array.from({ length: count }, (_, i) => `${i}.png`))
  await test.answerPrompts()
  for (const job of test.engine.pictures) {
    const part = Number.parseInt(job.request, 10) / (count - 1)
    job.answer(done({ ...encodedPicture(key, unitVector(1 - part, 0, part)), sha256: job.request }))
    await test.settle()
  }
  await test.whenIdle()
  const searching = await test.actions.searching.load()
  const names = () => test.selectors.shownPictures(test.state()).map(({ name }) => name)
  return { ...test, ...searching, names }
}

describe('words that are no tag', () => {
  it.each([3, 60])(
    'order %i pictures by likeness to them, and leave tags and counts alone',
    async (count) => {
      const { search, endSearch, answerPrompts, whenIdle, names, state, selectors, actions } =
        await setup(count)
      const [tags, counts] = [state().tags, selectors.tagCounts(state())]
      search(' blue ')
      await answerPrompts()
      await whenIdle()
      expect(names()[0]).toBe(`${count - 1}.png`)
      expect(names().at(-1)).toBe('0.png')
      expect(state().tags).toBe(tags)
      expect(selectors.tagCounts(state())).toEqual(counts)
      actions.setSort({ by: 'words', descending: false })
      await whenIdle()
      expect(names()[0]).toBe('0.png')
      endSearch()
      await whenIdle()
      expect(names()[0]).toBe('0.png')
      expect(state().search).toBeNull()
    },
  )

  it('are embedded by the templates of tags, and again when these change', async () => {
    const { search, actions, engine, state } = await setup()
    actions.setTemplate('a {}\nthe {}')
    search('blue | navy -toy')
    expect(engine.prompts.at(-1)?.request).toEqual([
      ...['a blue', 'the blue', 'a navy', 'the navy', 'a toy', 'the toy'],
    ])
    actions.setTemplate('{}')
    expect(engine.prompts.at(-1)?.request).toEqual(['blue', 'navy', 'toy'])
    expect(state().search?.phase.kind).toBe('embedding')
  })

  it.each([3, 60])('have what they exclude behind all others of %i pictures', async (count) => {
    const { search, answerPrompts, whenIdle, names } = await setup(count)
    search('blue -red')
    await answerPrompts()
    await whenIdle()
    const places = Array.from({ length: count }, (_, i) => i).reverse()
    expect(names()).toEqual(places.map((i) => `${i}.png`))
    search('red -blue')
    await answerPrompts()
    await whenIdle()
    const isBlue = (place: number) => place / (count - 1) > 0.5
    const reds = places.filter((place) => !isBlue(place)).reverse()
    expect(names().slice(0, reds.length)).toEqual(reds.map((i) => `${i}.png`))
    search('green -blue')
    await answerPrompts()
    await whenIdle()
    // No picture is green at all; the red one alone is not nearer to blue.
    expect(names()[0]).toBe('0.png')
  })

  it('give way to newer ones, whose answer alone counts', async () => {
    const { search, answerPrompts, names, engine } = await setup()
    search('red')
    search('blue')
    expect(engine.prompts.at(-2)?.signal.aborted).toBe(true)
    await answerPrompts()
    await answerPrompts(-2)
    expect(names()).toEqual(['2.png', '1.png', '0.png'])
  })

  it('that cannot be embedded say why, and are tried again', async () => {
    const { search, retrySearch, answerPrompts, engine, state, settle, names } = await setup()
    search('blue')
    engine.prompts.at(-1)?.answer(failed({ code: 'UNEXPECTED', detail: 'out of memory' }))
    await settle()
    expect(state().search?.phase).toMatchObject({ kind: 'failed', error: { code: 'UNEXPECTED' } })
    retrySearch()
    await answerPrompts()
    expect(names()[0]).toBe('2.png')
  })

  it('end with a model that reads none, and the order before comes back', async () => {
    const { search, answerPrompts, load, state, actions } = await setup()
    actions.setSort({ by: 'name', descending: false })
    search('blue')
    await answerPrompts()
    search('red')
    await load(createFixedLabelModel())
    expect(state()).toMatchObject({ search: null, sort: { by: 'name', descending: false } })
  })
})
