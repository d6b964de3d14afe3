import { describe, expect, it } from 'vitest'
import { done } from '../../core/errors/outcome'
import { parseAppLink } from '../../core/site/links/app-link'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../testing/fakes/fake-engine'

const FIRST = { loads: true, isCarried: false }
const linkTo = (classifier: string) => parseAppLink([['classifier', classifier]])

/** A page whose classifier of two tags is kept as `doors`, and that says other things by now. */
const setup = async () => {
  const app = setupApp()
  app.actions.replaceTags(['ok', 'not ok'])
  await app.load()
  await app.answerPrompts()
  const marks = await app.actions.marking.load()
  marks.learn()
  const ids = app.addPictures('a0', 'a1', 'b0', 'b1')
  for (const i of ids.keys()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    const vector = i < 2 ? unitVector(1, 0.1 * i, 0.2) : unitVector(0.1 * i, 1, 0.2)
    app.engine.pictures[i]?.answer(
      done({ ...encodedPicture('model-a', vector), sha256: String(i).repeat(64) }),
    )
    await app.settle()
  }
  const [ok = '', not = ''] = app.state().tags.map(({ id }) => id)
  ids.forEach((id, i) => marks.mark([id], i < 2 ? ok : not, 'yes'))
  await expect.poll(() => app.state().own?.progress).toBeNull()
  const name = marks.keepNamed(' Doors  of May ')
  for (let i = 0; i < 4; i += 1) app.actions.undo()
  app.actions.replaceTags(['cat', 'dog'])
  await app.answerPrompts()
  const open = (asked: string, page = FIRST) => app.openLinkedModel(linkTo(asked), page)
  const tags = () => app.state().tags.map(({ text }) => text)
  const answers = () =>
    app.state().pictures.map((picture) => app.selectors.labels(app.state(), picture)[0]?.tag ?? '')
  return { ...app, marks, name, open, tags, answers }
}

describe('a link to a kept classifier', () => {
  it('puts its tags, examples and mode in place for this visit, and keeps none of it', async () => {
    const { name, open, tags, answers, answerPrompts, state, actions, keptMarks, written } = await setup()
    expect(name).toBe('Doors-of-May')
    const before = written.length
    expect(await open('doors-of-may')).toBe(true)
    await answerPrompts()
    expect(tags()).toEqual(['ok', 'not ok'])
    await expect.poll(answers).toEqual(['ok', 'ok', 'not ok', 'not ok'])
    expect(state().linkVisit?.ownTags?.map(({ text }) => text)).toEqual(['cat', 'dog'])
    expect(keptMarks.size).toBe(0)
    expect(written).toHaveLength(before)
    actions.leaveLink()
    expect(tags()).toEqual(['cat', 'dog'])
    expect(state()).toMatchObject({ marks: [], linkVisit: null })
    actions.undo()
    expect(tags()).toEqual(['ok', 'not ok'])
    expect(state().marks).toHaveLength(4)
    expect(keptMarks.size).toBe(0)
    actions.undo()
    expect(tags()).toEqual(['cat', 'dog'])
    expect(state()).toMatchObject({ marks: [], linkVisit: null })
  })

  it('is kept where the person keeps it', async () => {
    const { open, state, actions, keptMarks } = await setup()
    await open('Doors-of-May')
    actions.keepLinked()
    await expect.poll(() => keptMarks.size).toBe(4)
    expect(state().marks).toHaveLength(4)
  })

  it.each(['windows', 'no name!', 'mine', '../doors'])(
    'says in a notice with a code that %s is not kept here, and changes nothing',
    async (asked) => {
      const { open, tags, state } = await setup()
      expect(await open(asked)).toBe(false)
      expect(tags()).toEqual(['cat', 'dog'])
      expect(state().linkVisit).toBeNull()
      expect(state().notices.at(-1)).toMatchObject({ tone: 'problem', code: 'MODEL_NOT_FOUND' })
    },
  )

  it('does not begin again on a page that goes on with an ended visit', async () => {
    const { open, tags } = await setup()
    await open('Doors-of-May', { loads: true, isCarried: true })
    expect(tags()).toEqual(['cat', 'dog'])
  })

  it('finds what has the name now: one name is one version, and one without it is found no more', async () => {
    const { marks, open, state } = await setup()
    marks.removeName('doors-of-MAY')
    expect(state().ownVersions.map(({ name }) => name)).toEqual([undefined])
    expect(await open('Doors-of-May')).toBe(false)
  })
})
