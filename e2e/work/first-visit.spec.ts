import { expect } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { requireFixtures, test } from '../support/test.ts'
import { plainPicture } from '../support/make-pictures.ts'

test('a first visit shows three drawings, each ranked rightly, and asks no other host; they make room for pictures of one’s own', async ({
  app,
}) => {
  await app.openAsVisitor()
  await test.step('three drawings, each ranked rightly, and no other host is asked', async () => {
    for (const [drawing, tag] of [
      ['red-car', 'car'],
      ['document', 'document'],
      ['motorcycle', 'motorcycle'],
    ] as const)
      await expect(
        app.page.getByRole('button', { name: new RegExp(`^${drawing}\\.png, ${tag}, .* percent$`) }),
      ).toBeVisible()
  })
  await test.step('they make room for the first picture of one’s own, and stay away', async () => {
    await app.whenIdle()
    await app.dropPictures([plainPicture('red')])
    await app.expectStatus('1 picture ranked')
    await app.openAsVisitor()
    await app.whenIdle()
    await app.expectStatus('No pictures yet')
  })
})

test.describe(() => {
  const fixtures = requireFixtures()

  test('of photographs the built-in model answers none, be it one or many, and the page says what would', async ({
    app,
  }) => {
    await app.openAsVisitor()
    await test.step('of one it says itself that it does not know them', async () => {
      const name = 'nextcloud_Frog.jpg'
      const buffer = readFileSync(path.join(fixtures, 'photos', name))
      await app.pickPictures([{ name, mimeType: 'image/jpeg', buffer }], app.chooseFiles)
      await expect(app.page.getByText('This model cannot tell')).toBeVisible()
      await expect(app.page.getByRole('button', { name: /^Get .*, \d+ MB$/ })).toBeVisible()
      await expect(app.page.getByRole('list', { name: 'Tags, best first' })).toBeHidden()
      await app.removePictures()
    })
    await test.step('of many it answers none, and the page says what would', async () => {
      const folder = path.join(fixtures, 'photos')
      const photographs = readdirSync(folder).filter((name) => /\.(jpg|png|webp)$/.test(name))
      await app.pickPictures(
        photographs.map((name) => ({
          name,
          mimeType: `image/${path.extname(name).slice(1).replace('jpg', 'jpeg')}`,
          buffer: readFileSync(path.join(folder, name)),
        })),
        app.chooseFiles,
      )
      await app.whenIdle()
      await expect(
        app.page.getByText(`${photographs.length} pictures look like photographs: Mini reads drawings only.`),
      ).toBeVisible()
      await expect(app.page.getByRole('gridcell').first()).toHaveAccessibleName(/, needs a photo model$/)
    })
  })
})
