import { expect, it } from 'vitest'
import { FAILED_ID } from '../../core/desk/view/view'
import { done, failed } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createFakeColumns } from '../../testing/fakes/fake-columns'
import { encodedPicture, unitVector } from '../../testing/fakes/fake-engine'
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

it('calls a project as the folder that its pictures lie in', async () => {
  const inFolder = (path: string) =>
    Object.defineProperty(new File(['a'], 'a.png'), 'webkitRelativePath', { value: path })
  const nameOf = async (...paths: readonly string[]) => {
    const { actions } = setupApp()
    actions.addPictures(paths.map(inFolder))
    const saved: string[] = []
    const exports = await actions.exporting.load()
    await exports.save({ kind: 'project', scope: 'all' }, (_file, name) => {
      saved.push(name)
    })
    return saved
  }
  expect(await nameOf('Holiday 2025/a.png', 'Holiday 2025/day 2/a.png')).toEqual(['Holiday 2025.taglens'])
  expect(await nameOf('Holiday 2025/a.png', 'Garden/a.png')).toEqual(['project.taglens'])
  expect(await nameOf('')).toEqual(['project.taglens'])
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

it('names every broken one of a thousand beside the results of the others', async () => {
  const { actions, addPictures, answerPrompts, engine, load, settle, whenIdle, selectors, state } = setupApp(
    null,
    undefined,
    undefined,
    () => Promise.resolve(createFakeColumns()),
  )
  const { key } = await load()
  const isBroken = (name: string) => name.endsWith('50.png') || name.endsWith('00.png')
  addPictures(...Array.from({ length: 1000 }, (_, i) => `${i + 1}.png`))
  await answerPrompts()
  // An answered job makes room for the next one, which the loop comes to as well.
  for (const { request, answer } of engine.pictures) {
    const encoded = { ...encodedPicture(key, unitVector(1, 0, 0)), sha256: request }
    answer(
      isBroken(request)
        ? failed({ code: 'IMAGE_DECODE_FAILED', name: request, format: 'PNG' })
        : done(encoded),
    )
    await settle()
  }
  await whenIdle()
  const files: Blob[] = []
  const { save } = await actions.exporting.load()
  await save({ kind: 'json', scope: 'all' }, (file) => files.push(file))
  const { records, failed: broken } = JSON.parse((await files[0]?.text()) ?? '') as {
    readonly records: readonly unknown[]
    readonly failed: readonly { readonly name: string }[]
  }
  expect([records.length, broken.length]).toEqual([980, 20])
  expect(broken.every(({ name }) => isBroken(name))).toBe(true)
  actions.toggleFilter(FAILED_ID)
  await whenIdle()
  expect(selectors.shownPictures(state())).toHaveLength(20)
})
