import { expect } from '@playwright/test'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { plainPicture } from '../support/make-pictures.ts'
import { requireFixtures, test } from '../support/test.ts'

const COUNT = 174

const fixtures = requireFixtures()
const folder = path.join(fixtures, 'nasty')

test.describe.configure({ timeout: 600_000 })

test('each nasty file ends in a result or a clear error, and the page lives', async ({ app, hub }) => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
  expect(names).toHaveLength(COUNT)
  await app.open()
  await app.loadModel('test/colours', 'wasm')

  const codes = new Map<string, number>()
  for (const name of names) {
    const address = `${hub.origin}/nasty/${name.split('/').map(encodeURIComponent).join('/')}`
    const result = await app.page.evaluate(
      async ([url, fileName]) => {
        const file = new File([await (await fetch(url)).blob()], fileName)
        const [record] = await window.taglens.classify([file], { labels: ['red', 'blue'] })
        return record!
      },
      [address, name] as const,
    )
    if ('error' in result) {
      codes.set(result.error.code, (codes.get(result.error.code) ?? 0) + 1)
      expect(result.error.message, name).toContain(name)
      expect(['IMAGE_DECODE_FAILED', 'IMAGE_TOO_LARGE'], name).toContain(result.error.code)
    } else {
      codes.set('result', (codes.get('result') ?? 0) + 1)
      expect(result.width * result.height, `${name} was decoded`).toBeLessThanOrEqual(100e6)
      const probabilities = result.labels.map(({ probability }) => probability)
      expect(
        probabilities.every((probability) => probability !== null && probability >= 0 && probability <= 1),
        name,
      ).toBe(true)
    }
  }
  console.log(`nasty files: ${[...codes].map(([code, count]) => `${count} ${code}`).join(', ')}`)

  await app.tags.replace(['red', 'blue'])
  await app.dropPictures([plainPicture('blue')])
  await app.expectBest('blue')
})

test('all nasty files dropped at once leave the page alive and the good picture among them ranked', async ({
  app,
}) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  await app.start(['red', 'blue'])
  await app.pickPaths(files, app.chooseFiles)
  await app.dropPictures([plainPicture('blue', 'good.png')])
  await app.whenIdle()
  await app.expectStatus(/^\d+ pictures ranked · \d+ failed$/)
})
