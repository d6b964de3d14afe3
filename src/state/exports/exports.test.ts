import { expect, it } from 'vitest'
import { setupApp } from '../../testing/fakes/app-under-test'
import { writeSlices } from './write-slices'

const never = new AbortController().signal

it('writes in slices, all of it in its order, and lets others go on in between', async () => {
  let time = 0
  const slices: string[] = []
  const outcome = await writeSlices(
    ['a', 'b', 'c'],
    async (slice) => {
      slices.push(await slice.text())
    },
    never,
    () => (time += 10),
  )
  expect(outcome.kind).toBe('done')
  expect(slices.join('')).toBe('abc')
  expect(slices.length).toBeGreaterThan(1)
})

it('stops between two slices', async () => {
  let time = 0
  const stopping = new AbortController()
  const slices: Blob[] = []
  const outcome = await writeSlices(
    ['a', 'b', 'c', 'd'],
    (slice) => {
      slices.push(slice)
      stopping.abort()
      return Promise.resolve()
    },
    stopping.signal,
    () => (time += 20),
  )
  expect(outcome.kind).toBe('cancelled')
  expect(slices).toHaveLength(1)
})

it('hands over a list that no one has ranked, too', async () => {
  const { actions } = setupApp()
  actions.addPictures([new File(['a'], 'a.png')])
  const saved: string[] = []
  await (
    await actions.exporting.load()
  ).save({ kind: 'jsonl', scope: 'all' }, (file, name) => {
    saved.push(`${name} ${file.size}`)
  })
  expect(saved).toEqual(['taglens.jsonl 0'])
})

it('marks a table as UTF-8, which a spreadsheet would read in its own old encoding', async () => {
  const { actions } = setupApp()
  actions.addPictures([new File(['a'], 'Straße.png')])
  const files: Blob[] = []
  const { save } = await actions.exporting.load()
  await save({ kind: 'csv', scope: 'all' }, (file) => files.push(file))
  await save({ kind: 'json', scope: 'all' }, (file) => files.push(file))
  const begins = await Promise.all(
    files.map(async (file) => [...new Uint8Array(await file.slice(0, 3).arrayBuffer())]),
  )
  expect(begins.map((bytes) => bytes.join(' '))).toEqual(['239 187 191', expect.not.stringContaining('187')])
})
