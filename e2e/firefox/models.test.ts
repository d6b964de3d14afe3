import { expect } from 'vitest'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from './test.ts'

test('a model is downloaded once, kept in the private files, and answers after a reload', async ({
  app,
  hub,
}) => {
  expect(await app.loadFromHub('test/colours')).toMatchObject({ kept: true })
  const since = hub.requests.length
  await app.page.reload()
  await app.whenReady()
  expect(await app.page.evaluate(() => window.taglens.models.list())).toMatchObject([{ missing: [] }])
  await app.loadFromHub('test/colours')
  await app.replaceTags(['red', 'green'])
  await app.dropPictures([plainPicture('green')])
  await app.expectBest('green')
  expect(hub.requests.slice(since)).toEqual([])
})

test('a download that is cut goes on from its last byte', async ({ app, hub }) => {
  const vision = 'onnx/vision_model.onnx'
  const half = Math.floor(Buffer.byteLength(buildColorModel().get(vision) ?? '') / 2)
  hub.setFaults([{ path: vision, mishap: { kind: 'cut', after: half }, times: 1 }])
  const since = hub.requests.length
  expect(await app.loadFromHub('test/colours')).toMatchObject({ kept: true })
  hub.setFaults([])
  const ranges = hub.requests
    .slice(since)
    .filter(({ host, path }) => host === 'content' && path.endsWith(vision))
    .map(({ range }) => range)
  expect(ranges).toEqual(['', `bytes=${half}-`])
})

test('with the airplane switch on no model host is asked, off it is again', async ({ app, hub }) => {
  const setSwitch = async (name: string) => {
    await app.click(`button[aria-label="${name}"]`)
    await app.click('[role=dialog] input[type=checkbox]')
    await app.press('Escape')
  }
  await setSwitch('Privacy')
  const since = hub.requests.length
  await expect(app.loadFromHub('test/colours')).rejects.toThrow(/could not be reached/)
  expect(hub.requests.slice(since)).toEqual([])
  await setSwitch('Privacy: airplane switch is on')
  await app.loadFromHub('test/colours')
  expect(hub.requests.slice(since)).not.toEqual([])
})
