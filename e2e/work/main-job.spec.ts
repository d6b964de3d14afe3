import { brokenPicture, gradientPicture, manyPictures, plainPicture } from '../support/make-pictures.ts'
import { expect } from '@playwright/test'
import { test } from '../support/test.ts'

const three = [plainPicture('red'), plainPicture('green'), plainPicture('blue')]

const mainJob = () => {
  test('three pictures get three right answers, by mouse', async ({ app }) => {
    await app.open()
    await app.loadModelByHand('test/colours')
    await app.tags.removeAllByMouse()
    for (const tag of ['red', 'green', 'blue']) await app.tags.addByMouse(tag)
    await app.pickPictures(three, app.chooseFiles)
    for (const colour of ['red', 'green', 'blue']) {
      await app.expectBestTag(`${colour}.png`, colour)
      await app.choosePicture(`${colour}.png`)
      await app.expectBest(colour)
    }
  })

  test('three pictures get three right answers, by keyboard alone', async ({ app }) => {
    const { page } = app
    await app.open()

    await app.tabTo(page.getByRole('button', { name: /^Model/ }))
    await page.keyboard.press('Enter')
    await app.tabTo(page.locator('summary', { hasText: 'Another model' }))
    await page.keyboard.press('Enter')
    await app.tabTo(page.getByRole('radio', { name: 'Hub', exact: true }))
    await page.keyboard.press('ArrowRight')
    await app.tabTo(page.getByRole('textbox', { name: /Address/ }))
    await page.keyboard.type(app.modelUrl('test/colours'))
    await page.keyboard.press('Enter')
    await app.tabTo(page.getByRole('button', { name: /^Download/ }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Model: Colour model/ })).toBeVisible()

    await app.tabTo(app.tags.field)
    await app.tags.removeAll()
    await page.keyboard.type('red,green,')
    await page.keyboard.type('blue')
    await page.keyboard.press('Enter')
    await app.tags.expect(['red', 'green', 'blue'])

    await app.pickPictures(three, () => page.keyboard.press('ControlOrMeta+O'))
    await app.expectBestTag('blue.png', 'blue')
    await app.tabTo(app.grid)
    await page.keyboard.press('Home')
    for (const colour of ['red', 'green', 'blue']) {
      await app.expectBest(colour)
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('Delete')
    await expect(app.picture('blue.png')).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Z')
    await app.expectBestTag('blue.png', 'blue')
  })

  test('a dropped, a pasted and a chosen picture are ranked, and so are ten good ones around a broken file', async ({
    app,
  }) => {
    await app.start(['red', 'green', 'blue'])
    await app.dropPictures([plainPicture('red')])
    await app.expectBest('red')
    await app.pastePicture(plainPicture('green'))
    await expect(app.grid.getByRole('gridcell')).toHaveCount(2)
    await app.pickPictures([plainPicture('blue')], app.addMore)
    await app.whenIdle()
    await expect(app.rankedPictures).toHaveCount(3)

    const good = manyPictures(10)
    await app.dropPictures([...good.slice(0, 5), brokenPicture(), ...good.slice(5)])
    await app.whenIdle()
    await expect(app.rankedPictures).toHaveCount(13)
    await expect(app.failedPictures).toHaveCount(1)
    await app.choosePicture('broken.png')
    const ranking = app.page.getByRole('region', { name: 'Ranking' })
    await expect(ranking).toContainText('This PNG file is damaged and cannot be read (broken.png).')
    await expect(ranking).toContainText('IMAGE_DECODE_FAILED')
  })
}

test.describe('a page as it is', () => {
  mainJob()

  test('pictures that come before the model are ranked once it is there', async ({ app }) => {
    await app.open()
    await app.tags.replace(['red', 'green', 'blue'])
    await app.dropPictures(three)
    await app.loadModel('test/colours', 'wasm')
    await app.expectBestTag('red.png', 'red')
    await app.expectBestTag('blue.png', 'blue')
  })

  test('shares add up to the whole, and neither a new tag nor a copy has a picture encoded again', async ({
    app,
  }) => {
    await app.start(['red', 'blue', 'green', 'white'])
    await test.step('shares add up to the whole and are read out in order', async () => {
      await app.dropPictures([gradientPicture('red', 'blue', 'both.png')])
      await expect(app.rankRows).toHaveCount(4)
      const ranking = await app.ranking()
      const shares = ranking.map(({ percent }) => Number(percent.replace('less than ', '')))
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(98)
      expect([...shares].sort((a, b) => b - a)).toEqual(shares)
      expect(ranking.slice(0, 2).map(({ tag }) => tag)).toEqual(expect.arrayContaining(['red', 'blue']))
    })
    await test.step('a new tag ranks every picture again without encoding one', async () => {
      await app.tags.replace(['red', 'blue'])
      await app.dropPictures([plainPicture('red'), plainPicture('orange'), plainPicture('blue')])
      await app.expectBestTag('orange.png', 'red')
      await app.whenIdle()
      const before = await app.stats()
      expect(before.pictureEncodes).toBe(4)

      await app.tags.add('orange')
      await app.expectBestTag('orange.png', 'orange')
      await app.whenIdle()
      const after = await app.stats()
      expect(after.pictureEncodes).toBe(4)
      expect(after.promptEncodes - before.promptEncodes).toBe(1)
    })
    await test.step('the same picture under another name is not encoded again', async () => {
      await app.dropPictures([plainPicture('red', 'copy.png')])
      await app.expectBestTag('copy.png', 'red')
      expect(await app.stats()).toMatchObject({ pictureEncodes: 4, pictureCacheHits: 1 })
    })
  })
})

test.describe('a page under a translator', () => {
  test.use({ translated: true })
  mainJob()
})
