import { describe, expect, it } from 'vitest'
import { ELSEWHERE_ID, FAILED_ID } from '../../../core/desk/view/view'
import { done, failed } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'

/** A list of pictures, each with a direction; one that has none waits. */
const setup = async (directions: Readonly<Record<string, readonly number[] | null>>) => {
  const test = setupApp()
  const { key } = await test.load()
  test.actions.addTags('red, green, blue')
  test.addPictures(...Object.keys(directions))
  await test.answerPrompts()
  // An answered job makes room for the next one, which the loop comes to as well.
  for (const job of test.engine.pictures) {
    const direction = directions[job.request]
    if (direction) job.answer(done(encodedPicture(key, unitVector(...direction))))
    await test.settle()
  }
  const names = () => test.selectors.shownPictures(test.state()).map(({ name }) => name)
  const focus = (name: string) => {
    const picture = test.state().pictures.find((each) => each.name === name)
    if (picture) test.actions.select(picture.id, 'only')
  }
  return { ...test, names, focus }
}

it('what could not be read is shown apart from what is not on this device', async () => {
  const { actions, engine, names, settle } = await setup({
    'red.png': [1, 0, 0],
    'broken.png': null,
    'away.png': null,
  })
  const setbacks = {
    'broken.png': failed({ code: 'IMAGE_DECODE_FAILED', name: 'broken.png', format: 'PNG' }),
    'away.png': failed({ code: 'IMAGE_ELSEWHERE' }),
  }
  for (const [name, outcome] of Object.entries(setbacks))
    engine.pictures.find(({ request }) => request === name)?.answer(outcome)
  await settle()
  actions.toggleFilter(FAILED_ID)
  expect(names()).toEqual(['broken.png'])
  actions.toggleFilter(FAILED_ID)
  actions.toggleFilter(ELSEWHERE_ID)
  expect(names()).toEqual(['away.png'])
})

describe('the order of pictures', () => {
  const directions = {
    'red.png': [1, 0, 0],
    'green.png': [0, 1, 0],
    'orange.png': [0.9, 0.4, 0],
    'later.png': null,
  }

  it('by likeness begins with the picture in focus, and ends with what no model has seen', async () => {
    const { actions, names, focus } = await setup(directions)
    focus('red.png')
    actions.setSort({ by: 'likeness', descending: true })
    expect(names()).toEqual(['red.png', 'orange.png', 'green.png', 'later.png'])
    // Looking at another picture does not move them.
    focus('green.png')
    expect(names()[0]).toBe('red.png')
    actions.setSort({ by: 'likeness', descending: true })
    expect(names()).toEqual(['green.png', 'orange.png', 'red.png', 'later.png'])
  })

  it('by likeness to a picture that is gone is that of arrival', async () => {
    const { actions, names, focus, state } = await setup(directions)
    focus('orange.png')
    actions.setSort({ by: 'likeness', descending: true })
    actions.removePictures([state().selection.focusId ?? ''])
    expect(names()).toEqual(['red.png', 'green.png', 'later.png'])
  })

  it('by sureness has the least sure first on demand, and what has no answer last both ways', async () => {
    const { actions, names } = await setup({ ...directions, 'mixed.png': [0.6, 0.595, -0.4] })
    actions.setSort({ by: 'sureness', descending: true })
    const surest = names()
    actions.setSort({ by: 'sureness', descending: false })
    expect(names()[0]).toBe('mixed.png')
    expect([surest.at(-1), names().at(-1)]).toEqual(['later.png', 'later.png'])
  })
})

describe('pictures that are shown by themselves', () => {
  it('end without the filters beside them', async () => {
    const { actions, state } = setupApp()
    const id = state().tags[0]?.id ?? ''
    actions.toggleFilter(id)
    const marking = await actions.marking.load()
    marking.showOnly([], 'car for truck')
    expect(state().only).not.toBeNull()
    actions.endOnly()
    expect(state()).toMatchObject({ filter: { answers: [id] }, only: null })
  })
})
