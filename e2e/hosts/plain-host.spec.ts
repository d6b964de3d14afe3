import { expect } from '@playwright/test'
import { manyPictures, plainPicture } from '../support/make-pictures.ts'
import { requireFixtures, test } from '../support/test.ts'

// A host that sends no headers of its own, as GitHub Pages: no shared memory, so one thread.
test.use({ baseURL: `http://localhost:${process.env.TAGLENS_PLAIN_PORT}/taglens/` })

test('without isolation the main job is done on one thread', async ({ app }) => {
  await app.start(['red', 'green', 'blue'])
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false)
  expect(await app.page.evaluate(() => window.taglens.model()?.threads)).toBe(1)
  await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
  for (const colour of ['red', 'green', 'blue']) await app.expectBestTag(`${colour}.png`, colour)
})

/** More than what both workers have in hand when one is killed. */
const COUNT = 16

test('without isolation two workers share the pictures, and no picture is lost when both are killed', async ({
  app,
}) => {
  // Slow enough that pictures pile up before it: only then is a second worker opened.
  requireFixtures()
  await app.open({ testing: true, workers: 2 })
  await app.loadModel('bench/vit-b32', 'wasm')
  const addresses = manyPictures(COUNT, { width: 300, height: 200 }).map(
    ({ mimeType, buffer }) => `data:${mimeType};base64,${buffer.toString('base64')}`,
  )
  const { tops, workers } = await app.page.evaluate(async (given) => {
    const options = { labels: ['red', 'green', 'blue'] }
    const whole = (record: object) => ('sha256' in record ? String(record.sha256) : JSON.stringify(record))
    await window.taglens.classify(given.slice(0, 8), options)
    while (window.taglens.model()?.workers !== 2) await new Promise(requestAnimationFrame)
    const call = window.taglens.classify(given, options)
    const before = window.taglens.stats().pictureEncodes
    while (window.taglens.stats().pictureEncodes === before) await new Promise(requestAnimationFrame)
    window.taglens.testing?.killWorker('inference')
    const records = await call
    return {
      tops: records.map(whole),
      workers: window.taglens.model()?.workers,
    }
  }, addresses)
  expect(workers).toBe(2)
  expect(new Set(tops).size).toBe(COUNT)
  expect(tops.filter((sha256) => !/^[0-9a-f]{64}$/.test(sha256))).toEqual([])
  expect((await app.stats()).workersReplaced).toBeGreaterThan(0)
})
