import { expect } from '@playwright/test'
import { gradientPicture, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const MANY = 60

const lists = [
  ['few', [plainPicture('red'), plainPicture('green'), plainPicture('blue')]],
  [
    'many',
    Array.from({ length: MANY }, (_, i) =>
      gradientPicture(
        i === MANY - 1 ? 'blue' : 'red',
        i === MANY - 1 ? 'blue' : 'green',
        `picture ${i}.png`,
        {
          width: 40 + i,
          height: 30,
        },
      ),
    ),
  ],
] as const

test('pictures are ordered by words that are no tag, few or many; a classifier of fixed labels has no field for words', async ({
  app,
  page,
}) => {
  await app.start(['red', 'green'])
  for (const [what, pictures] of lists) {
    await test.step(`${what} pictures are ordered by words that are no tag`, async () => {
      await app.dropPictures(pictures)
      await app.whenIdle()
      const grid = page.getByRole('grid', { name: 'Pictures' })
      const first = grid.getByRole('gridcell').first()
      const names = pictures.map(({ name }) => name)
      const toTop = async () => {
        await app.whenIdle()
        await grid.evaluate((element) => {
          element.scrollTop = 0
        })
      }
      await toTop()
      await expect(first).toContainText(names[0]!)

      await page.getByRole('button', { name: 'Search by words' }).click()
      const field = page.getByRole('textbox', { name: 'Search by words' })
      await expect(field).toBeFocused()
      await field.fill('blue')
      await field.press('Enter')
      const chip = page.getByRole('button', { name: 'Stop sorting by “blue”' })
      await expect(chip).toBeVisible()
      await toTop()
      await expect(first).toContainText(names.at(-1)!)
      await app.tags.expect(['red', 'green'])

      await page.getByRole('button', { name: 'Sort', exact: true }).click()
      await expect(page.getByRole('menuitemradio', { name: 'Like “blue” first' })).toBeChecked()
      await page.keyboard.press('Escape')

      // Without Enter, a short rest is enough.
      await field.fill('red')
      await expect(page.getByRole('button', { name: 'Stop sorting by “red”' })).toBeVisible()
      await field.press('Escape')
      await expect(page.getByRole('button', { name: /^Stop sorting/ })).toHaveCount(0)
      await toTop()
      await expect(first).toContainText(names[0]!)
      await field.press('Escape')
      await expect(page.getByRole('button', { name: 'Search by words' })).toBeFocused()
      await app.removePictures()
    })
  }
  await test.step('a classifier of fixed labels has no field for words', async () => {
    await app.loadModel('test/imagenet-colors', 'wasm')
    await app.dropPictures([plainPicture('red'), plainPicture('blue')])
    await expect(page.getByRole('button', { name: 'Sort', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Search by words' })).toHaveCount(0)
  })
})
