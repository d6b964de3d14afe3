import { expect, it } from 'vitest'
import { writeOwnFile } from '../../../../core/tasks/own/files/own-file'
import { setupApp } from '../../../../testing/fakes/app-under-test'
import { createLoadedModel } from '../../../../testing/loaded-model'
import { createWords } from '../../../../words/create-words'

const { id, revision, recipe, dtype, device } = createLoadedModel()

/** A classifier of two tags with an example each, as a file of the model that the tests load. */
const entries = Object.entries(
  writeOwnFile({
    ...{ mode: 'single', width: 3, classes: ['one', 'two'] },
    model: { ...{ id, revision, device, recipe: recipe.key }, dtype: dtype.vision },
    examples: [0, 1].map((place) => ({
      ...{ sha256: String(place).repeat(64), name: `${place}.png`, yes: [place], no: [] },
    })),
    vectors: Float32Array.of(1, 0, 0, 0, 1, 0),
    head: { mode: 'single', width: 3, weights: new Float32Array(6), biases: new Float32Array(2) },
  }),
).map(([path, part]: [string, BlobPart]) => {
  const blob = new Blob([part])
  return { path, size: blob.size, encrypted: false, leadsOut: false, read: () => Promise.resolve(blob) }
})

it.each(['doors.taglens', 'doors.zip'])('is opened where pictures come with it: %s', async (file) => {
  const { actions, archives, load, answerPrompts, state } = setupApp()
  await load()
  await answerPrompts()
  archives.set(file, entries)
  await actions.takeFiles([new File([], file), new File([], 'c.jpg')], 'pictures')
  expect(state().pictures.map(({ name }) => name)).toEqual(['c.jpg'])
  expect(state().tags.map(({ text }) => text)).toEqual(['one', 'two'])
  expect(state().marks).toHaveLength(2)
  expect(state().notices.map(({ text }) => text(createWords().now()))).toEqual(['Opened with 2 examples.'])
})
