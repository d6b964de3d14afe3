import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { plainPicture } from '../support/make-pictures.ts'
import { translatePage } from '../accessibility/translate-page.ts'
import { ADD_TAGS } from './firefox-app.ts'
import { test } from './test.ts'

test('dropped and chosen pictures are ranked, and a new tag ranks them again without encoding', async ({
  app,
}) => {
  await app.loadFromHub('test/colours')
  await app.replaceTags(['red', 'blue'])
  await app.dropPictures([plainPicture('orange')])
  await app.expectBest('red')
  const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'))
  const file = path.join(folder, 'blue.png')
  await writeFile(file, plainPicture('blue').buffer)
  await app.pickPaths([file], 'button[aria-label="Add pictures"]')
  await app.expectText('2 pictures ranked')
  await rm(folder, { recursive: true })

  await app.whenIdle()
  const before = await app.page.evaluate(() => window.taglens.stats())
  expect(before.pictureEncodes).toBe(2)
  const field = await app.find(ADD_TAGS)
  await field.type('orange')
  await app.press('Enter')
  await app.whenIdle()
  const after = await app.page.evaluate(() => window.taglens.stats())
  expect([after.pictureEncodes, after.promptEncodes - before.promptEncodes]).toEqual([2, 1])
})

test('a file that is no picture gets an error that names it, and the others go on', async ({ app }) => {
  const letter = { name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
  await app.loadFromHub('test/colours')
  await app.dropPictures([plainPicture('red'), letter, plainPicture('green')])
  await app.whenIdle()
  await app.expectText(/2 pictures ranked . 1 failed/)
  await app.expectText('letter.png, failed')
})

test('under a page translator pictures are ranked, tags are changed, and texts follow', async ({ app }) => {
  await app.page.evaluate(translatePage)
  await app.loadFromHub('test/colours')
  await app.replaceTags(['red', 'blue'])
  await app.dropPictures([plainPicture('red')])
  await app.expectBest('red')
  await app.expectText('1 picture ranked')
  await app.dropPictures([plainPicture('green')])
  await app.expectText('2 pictures ranked')
  await app.addTag('green')
  await app.expectText('Added “green”.')
  await app.press('ArrowDown', 'Delete')
  await expect.poll(() => app.tags()).toEqual(['blue', 'green'])
  await app.expectText('2 pictures ranked')
  await app.find('[data-tag-row] font > font')
})

test('a link opens its picture among its tags', async ({ profile, isolatedUrl, hub }) => {
  const query = new URLSearchParams({
    url: `${hub.origin}/open/red.png`,
    labels: 'car,"motorcycle, parked",tree',
  })
  const app = await profile.open(`${isolatedUrl}?${query.toString()}`)
  await app.whenReady()
  await app.whenIdle()
  expect(await app.tags()).toEqual(['car', 'motorcycle, parked', 'tree'])
  await app.expectText('red.png')
  await app.expectText('1 picture ranked')
  await app.expectText('Set by the link for this visit: tags.')
})

test('the page API gives a record that says everything needed to repeat it, and errors with codes', async ({
  app,
}) => {
  await app.loadFromHub('test/colours')
  const picture = `data:image/png;base64,${plainPicture('red').buffer.toString('base64')}`
  const [record] = await app.page.evaluate(
    (address) => window.taglens.classify([address], { labels: ['blue', 'red'], template: 'a {}' }),
    picture,
  )
  expect(record).toMatchObject({
    width: 120,
    height: 90,
    templates: ['a {}'],
    top: 'red',
    rejected: false,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    model: { device: 'wasm', dtype: 'fp32' },
    labels: [{ label: 'blue' }, { label: 'red', rank: 1, accepted: true }],
  })
  const code = await app.page.evaluate(() =>
    window.taglens.classify([], { labels: [] }).then(
      () => 'went through',
      (error: unknown) => (error as { code: string }).code,
    ),
  )
  expect(code).toBe('VALIDATION_ERROR')
})

test('tags that two tabs add are in both', async ({ app, profile, isolatedUrl }) => {
  await app.replaceTags(['red'])
  const second = await profile.open(`${isolatedUrl}?model=none`)
  await second.whenReady()
  expect(await second.tags()).toEqual(['red'])
  await second.addTag('yellow')
  await app.page.bringToFront()
  await app.addTag('blue')
  for (const tab of [app, second])
    await expect.poll(async () => (await tab.tags()).toSorted()).toEqual(['blue', 'red', 'yellow'])
})
