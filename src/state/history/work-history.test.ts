import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture } from '../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../testing/loaded-model'
import { createWords } from '../../words/create-words'
import { workOf } from './work'

const setup = () => {
  const app = setupApp()
  const { state, actions } = app
  const words = createWords().now()
  return {
    ...app,
    names: () => state().pictures.map(({ name }) => name),
    texts: () => state().tags.map(({ text }) => text),
    notices: () => state().notices.map(({ text }) => text(words)),
    press: (index = 0) => {
      const action = state().notices[index]?.action
      if (action && 'run' in action) action.run()
    },
    remove: (...names: string[]) => {
      actions.removePictures(
        state()
          .pictures.filter(({ name }) => names.includes(name))
          .map(({ id }) => id),
      )
    },
    encodeAll: async () => {
      for (const picture of app.engine.pictures) picture.answer(done(encodedPicture('model-a')))
      await app.settle()
    },
  }
}
type Page = ReturnType<typeof setup>

/** What a person may do, with numbers that choose which tag, which picture and what else. */
const actionsByKind: readonly ((page: Page, a: number, b: number) => void)[] = [
  ({ actions }, a) => actions.addTags(`tag ${a}`),
  ({ actions }, a, b) => actions.addTags(`tag ${a}, "tag, ${b}", Tag ${a}`),
  ({ actions, state }, a) => actions.removeTag(state().tags[a % 7]?.id ?? ''),
  ({ actions, state }, a, b) => actions.editTag(state().tags[a % 7]?.id ?? '', b % 9 === 0 ? '' : `tag ${b}`),
  ({ actions, state }, a, b) => actions.moveTag(state().tags[a % 7]?.id ?? '', b % 9),
  ({ actions, state }, a, b) =>
    actions.setTagThreshold(state().tags[a % 7]?.id ?? '', b % 2 ? b / 100 : null),
  ({ actions }, a, b) => actions.replaceTags([`tag ${a}`, `tag ${b}`, 'other']),
  ({ actions }, a, b) => actions.addPictureFileTags([new File([], `t${a}`), new File([], `t${b}`)]),
  ({ actions, state }, a) => actions.addPictureTag(state().pictures[a % 9]?.id ?? ''),
  ({ addPictures }, a, b) => addPictures(`p${a}`, `p${b}`),
  ({ actions, state }, a, b) =>
    actions.removePictures(state().pictures.flatMap(({ id }, i) => (i % 3 === a % 3 || i === b ? [id] : []))),
  ({ actions, state }) => actions.removePictures(state().pictures.map(({ id }) => id)),
  ({ actions }, a) => actions.setTemplate(`template ${a} {}`),
  ({ actions }, a) => actions.setTemperature(1 + a),
  ({ actions }, a) => actions.setRules({ mode: a % 2 ? 'multi' : 'single' }),
  ({ actions, state }, a) => actions.filterByTag(state().tags[a % 7]?.id ?? null),
  ({ actions }) => actions.selectAll(),
]

describe('one history', () => {
  it('of 200 actions on tags and pictures, undone, is as at the start; redone, as at the end', () => {
    const anyAction = fc.tuple(
      fc.nat({ max: actionsByKind.length - 1 }),
      fc.nat({ max: 99 }),
      fc.nat({ max: 99 }),
    )
    fc.assert(
      fc.property(fc.array(anyAction, { minLength: 200, maxLength: 200 }), (sequence) => {
        const page = setup()
        page.addPictures('first', 'second')
        const steps = () => page.state().history.past.length
        const [before, start] = [steps(), workOf(page.state())]
        for (const [kind, a, b] of sequence) actionsByKind[kind]?.(page, a, b)
        const end = workOf(page.state())
        const done = steps() - before
        for (let i = 0; i < done; i += 1) page.actions.undo()
        expect(workOf(page.state())).toEqual(start)
        expect(page.state().history.future).toHaveLength(done)
        for (let i = 0; i < done; i += 1) page.actions.redo()
        expect(workOf(page.state())).toEqual(end)
        page.actions.redo()
        expect(workOf(page.state())).toEqual(end)
      }),
      { numRuns: 5 },
    )
  })

  it('brings back what was done last, be it a tag or pictures', () => {
    const { actions, addPictures, remove, names, texts, notices } = setup()
    addPictures('a', 'b')
    actions.addTags('boat')
    remove('a', 'b')
    expect(names()).toEqual([])
    actions.undo()
    expect(names()).toEqual(['a', 'b'])
    expect(texts()).toContain('boat')
    expect(notices()).toEqual(['Undone: remove 2 pictures'])
    actions.undo()
    expect(texts()).not.toContain('boat')
    expect(notices()).toEqual(['Undone: add “boat”'])
  })

  it('is redone from the notice, which goes when there is nothing to redo any more', () => {
    const { actions, addPictures, remove, names, notices, press } = setup()
    addPictures('a', 'b')
    remove('a')
    actions.undo()
    press()
    expect(names()).toEqual(['b'])
    actions.undo()
    actions.addTags('boat')
    expect(notices()).toEqual([])
  })

  it('takes back by the notice of a removal just that', () => {
    const { actions, addPictures, remove, names, texts, press } = setup()
    addPictures('a', 'b', 'c')
    remove('a', 'b')
    actions.addTags('boat')
    press()
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(texts()).toContain('boat')
  })

  it('takes back by the notice of what was redone just that', () => {
    const { actions, addPictures, remove, names, texts, press } = setup()
    addPictures('a', 'b')
    remove('a')
    actions.undo()
    actions.redo()
    actions.addTags('boat')
    press()
    expect(names()).toEqual(['a', 'b'])
    expect(texts()).toContain('boat')
  })

  it('takes all moves of one slider together, and two sliders apart', () => {
    const { actions, state } = setup()
    for (const temperature of [1.1, 1.2, 1.3]) actions.setTemperature(temperature)
    for (const percent of [50, 60]) actions.setTagThreshold(state().tags[0]?.id ?? '', percent / 100)
    for (const percent of [50, 60]) actions.setTagThreshold(state().tags[1]?.id ?? '', percent / 100)
    expect(state().history.past).toHaveLength(3)
    actions.undo()
    expect(
      state()
        .tags.map(({ threshold }) => threshold)
        .slice(0, 2),
    ).toEqual([0.6, null])
    actions.undo()
    actions.undo()
    expect(state().settings.temperature).toBe(1)
  })

  it('marks what has come back, and shows it though a filter was on', () => {
    const { actions, addPictures, remove, state } = setup()
    const [a = '', b = ''] = addPictures('a', 'b', 'c')
    remove('a', 'b')
    actions.filterByTag(state().tags[0]?.id ?? '')
    actions.undo()
    expect([...state().selection.ids]).toEqual([a, b])
    expect(state().filter.answers).toEqual([])
  })
})

describe('pictures that can come back', () => {
  it('are encoded again where they were cut off, or where another model answers by now', async () => {
    const { actions, addPictures, encodeAll, remove, load, phases, engine } = setup()
    await load()
    addPictures('a')
    await encodeAll()
    addPictures('b')
    remove('a', 'b')
    expect(engine.pictures.at(-1)?.signal.aborted).toBe(true)
    await load(createLoadedModel({ key: 'model-b' }))
    actions.undo()
    expect(phases()).toEqual(['a encoding', 'b encoding'])
  })

  it('come back as they were where nothing else has changed', async () => {
    const { actions, addPictures, encodeAll, remove, load, phases, engine } = setup()
    await load()
    addPictures('a')
    await encodeAll()
    remove('a')
    actions.undo()
    expect(phases()).toEqual(['a ready'])
    expect(engine.pictures).toHaveLength(1)
  })

  it('are the drawings of a first visit too, which a first picture took the place of', () => {
    const { actions, addPictures, names, state } = setup()
    actions.addSamples([new File([], 'drawing 1'), new File([], 'drawing 2')])
    expect(state().history.past).toEqual([])
    addPictures('a')
    expect(names()).toEqual(['a'])
    actions.undo()
    expect(names()).toEqual(['drawing 1', 'drawing 2'])
    actions.redo()
    expect(names()).toEqual(['a'])
  })

  it('find the list as they left it, although the drawings come late', () => {
    const { actions, addPictures, names } = setup()
    addPictures('a')
    actions.undo()
    actions.addSamples([new File([], 'drawing')])
    actions.redo()
    expect(names()).toEqual(['a'])
  })
})
