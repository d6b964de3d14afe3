import { expect, it } from 'vitest'
import { done, failed } from '../../core/errors/outcome'
import type { WhoseLabels } from '../../core/exports/shapes/labelled-picture'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../testing/fakes/fake-engine'
import { countDecided, labelledPictures } from './labelled-pictures'

/** Five red pictures, the last one broken, of which the second is marked as green and the third as neither. */
const setup = async () => {
  const { actions, addPictures, answerPrompts, engine, load, selectors, settle, state } = setupApp()
  actions.replaceTags(['red', 'green'])
  const { key } = await load()
  await answerPrompts()
  const ids = addPictures('a.png', 'b.png', 'c.png', 'd.png', 'e.png')
  for (const i of ids.keys()) {
    await expect.poll(() => engine.pictures.length).toBeGreaterThan(i)
    const encoded = { ...encodedPicture(key, unitVector(1, 0, 0)), sha256: String(i).repeat(64) }
    const broken = failed({ code: 'IMAGE_DECODE_FAILED', name: 'e.png', format: 'PNG' } as const)
    engine.pictures[i]?.answer(i === 4 ? broken : done(encoded))
    await settle()
  }
  const [red = '', green = ''] = state().tags.map(({ id }) => id)
  const mark = (place: number, yes: readonly string[], no: readonly string[]) => ({
    ...{ id: String(place).repeat(64), name: '', encoded: null, yes, no },
  })
  // One of them is of a picture that is not on the list.
  const marked = {
    ...state(),
    marks: [mark(1, [green], []), { ...mark(2, [], []), none: true as const }, mark(7, [red], [])],
  }
  return {
    marked,
    labelled: (whose: WhoseLabels) =>
      Array.from(labelledPictures(marked, selectors, marked.pictures, whose), ([picture]) => picture),
  }
}

it('gives pictures the labels that the person decided on, and the model’s where they did not', async () => {
  const { labelled } = await setup()
  const rows = labelled('decided-first')
  expect(rows.map(({ path, labels, source }) => [path, labels[0]?.label ?? null, source])).toEqual([
    ['a.png', 'red', 'model'],
    ['b.png', 'green', 'person'],
    ['c.png', null, 'person'],
    ['d.png', 'red', 'model'],
    ['e.png', null, null],
  ])
  expect(rows[0]?.labels[0]?.confidence).toBeGreaterThan(0.5)
  expect(rows[1]?.labels[0]?.confidence).toBeNull()
  expect(rows.map(({ state }) => state)).toEqual(['read', 'read', 'read', 'read', 'unread'])
})

it('leaves out what is not decided where decisions alone are wanted, and counts both ways', async () => {
  const { labelled, marked } = await setup()
  expect(labelled('decided-only').map(({ path }) => path)).toEqual(['b.png', 'c.png'])
  expect(countDecided(marked, marked.pictures)).toEqual({ decided: 2, tagged: 1 })
})
