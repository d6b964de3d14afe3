import { expect } from '@playwright/test'
import { manyPictures, plainPicture } from './make-pictures.ts'
import { requireFixtures, test } from './test.ts'

// A host that sends no headers of its own, as GitHub Pages: no shared memory, so one thread.
test.use({ baseURL: `http://localhost:${process.env.TAGLENS_PLAIN_PORT}/taglens/` })

test('without isolation the main job is done on one thread', async ({ app }) => {
  await app.start(['red', 'green', 'blue'])
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false)
  expect(await app.page.evaluate(() => window.taglens.model()?.threads)).toBe(1)
  await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
  for (const colour of ['red', 'green', 'blue']) await app.expectBestTag(`${colour}.png`, colour)
})

test('without isolation two workers share the pictures, and no picture is lost when both are killed', async ({
  app,
}) => {
  // Slow enough that pictures pile up before it: only then is a second worker opened.
  requireFixtures()
  await app.open({ testing: true, workers: 2 })
  await app.loadModel('bench/vit-b32', 'wasm')
  const addresses = manyPictures(32, { width: 300, height: 200 }).map(
    ({ mimeType, buffer }) => `data:${mimeType};base64,${buffer.toString('base64')}`,
  )
  const { tops, workers } = await app.page.evaluate(async (given) => {
    const options = { labels: ['red', 'green', 'blue'] }
    const whole = (record: object) => ('sha256' in record ? String(record.sha256) : JSON.stringify(record))
    await window.taglens.classify(given.slice(0, 12), options)
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
  expect(new Set(tops).size).toBe(32)
  expect(tops.filter((sha256) => !/^[0-9a-f]{64}$/.test(sha256))).toEqual([])
  expect((await app.stats()).workersReplaced).toBeGreaterThan(0)
})

test('without isolation two workers encode faster than one', async ({ app }) => {
  requireFixtures()
  test.slow()
  const addresses = manyPictures(24, { width: 640, height: 480 }).map(
    ({ mimeType, buffer }) => `data:${mimeType};base64,${buffer.toString('base64')}`,
  )
  const perSecond: number[] = []
  for (const workers of [1, 2]) {
    await app.open({ testing: true, workers })
    await app.loadModel('bench/vit-b32', 'wasm')
    perSecond.push(
      await app.page.evaluate(
        async ([given, wanted]) => {
          // The first dozen make the pool grow.
          await window.taglens.embedImages(given.slice(0, 12))
          while (window.taglens.model()?.workers !== wanted) await new Promise(requestAnimationFrame)
          const startedAt = performance.now()
          await window.taglens.embedImages(given.slice(12))
          return ((given.length - 12) * 1000) / (performance.now() - startedAt)
        },
        [addresses, workers] as const,
      ),
    )
  }
  const [one = 0, two = 0] = perSecond
  console.log(
    `ViT-B/32 q8 on a plain host: ${one.toFixed(2)} pictures a second by one worker, ${two.toFixed(2)} by two`,
  )
  // Other work on the machine takes cores away; what must not be is that a second worker costs time.
  expect(two).toBeGreaterThan(one * 0.9)
})
