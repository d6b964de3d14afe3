import { expect, type Page } from '@playwright/test'
import { test } from '../support/installed-test.ts'
import { notYetKept } from '../support/kept-files.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { brightnessDuring } from './watch-brightness.ts'

/** Counts the navigations of a tab from now on. */
const countNavigations = (page: Page): (() => number) => {
  let navigations = 0
  page.on('framenavigated', (frame) => (navigations += frame === page.mainFrame() ? 1 : 0))
  return () => navigations
}

/** The dark theme is darker than this on the whole, a blank page far brighter. */
const DARK = 70

test.describe(() => {
  test.use({ colorScheme: 'dark' })

  test('a first visit is loaded once, ranks the drawings once and is never white', async ({ installed }) => {
    const app = await installed.openTab()
    const navigations = countNavigations(app.page)
    const frames = await brightnessDuring(app.page, await installed.context.newPage(), async () => {
      await app.expectStatus('3 pictures ranked')
      // The service worker has long been there by then.
      await expect.poll(() => notYetKept(app.page), { timeout: 30_000 }).toEqual([])
    })
    expect(Math.max(...frames)).toBeLessThan(DARK)
    expect(navigations()).toBe(0)
    expect((await app.stats()).pictureEncodes).toBe(3)
  })

  test('a model that is loaded by hand gets threads, and the page keeps all that is on it', async ({
    installed,
  }) => {
    // Two visits in one, with a model each.
    test.slow()
    const app = await installed.openTab()
    const { page } = app
    await app.pickPictures([plainPicture('red'), plainPicture('green')], app.chooseFiles)
    await app.expectStatus('2 pictures ranked')
    await app.tags.replace(['red', 'green'])
    await app.choosePicture('green.png')
    await app.tags.field.fill('half typed')
    await app.chooseModelByHand('test/colours')
    const download = page.getByRole('button', { name: /^Download/ })
    await expect(download).toBeVisible()

    const navigations = countNavigations(page)
    const decoder = await installed.context.newPage()
    await page.bringToFront()
    const frames = await brightnessDuring(page, decoder, async () => {
      await download.click()
      await page.waitForFunction(() => crossOriginIsolated)
      await expect(page.getByRole('button', { name: /^Model: Colour model/ })).toBeVisible({
        timeout: 30_000,
      })
      await app.expectBest('green')
    })
    expect(Math.max(...frames)).toBeLessThan(DARK)
    expect(navigations()).toBe(1)
    await expect(app.tags.field).toHaveValue('half typed')
    await app.tags.expect(['red', 'green'])
    await app.expectStatus('2 pictures ranked')
    await app.expectBestTag('red.png', 'red')
    expect(await page.evaluate(() => window.taglens.model())).toMatchObject({
      name: 'Colour model',
      threads: 2,
    })
  })
})

test('a page that a program uses is left alone, and isolated at the next visit', async ({ installed }) => {
  const app = await installed.openTab('?model=none')
  const navigations = countNavigations(app.page)
  // Asking for the page API is use: calls would be lost.
  await app.page.evaluate(() => window.taglens.ready)
  await app.dropPictures([plainPicture('red')])
  await app.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await app.loadModelByHand('test/colours')
  await app.expectStatus('1 picture ranked')
  expect(navigations()).toBe(0)
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false)

  const next = await installed.openTab('?model=none')
  expect(await next.page.evaluate(() => crossOriginIsolated)).toBe(true)
})

test('a reload past the service worker works without isolation, on one thread', async ({ installed }) => {
  const app = await installed.visit()
  const devtools = await installed.context.newCDPSession(app.page)
  // What Shift and reload does.
  await Promise.all([app.page.waitForEvent('load'), devtools.send('Page.reload', { ignoreCache: true })])
  expect(await app.page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false)
  await app.whenIdle()
  await app.dropPictures([plainPicture('red')])
  await app.whenIdle()
  await app.expectStatus('1 picture ranked')
  expect(await app.page.evaluate(() => window.taglens.model()?.threads)).toBe(1)

  await app.page.reload()
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true)
})
