import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { test } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'

/** Makes the browser look for a new version now, as it does by itself at every visit. */
const lookForUpdate = (app: AppPage): Promise<void> =>
  app.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

test('a new version waits for the person and takes pictures and tags along', async ({ installed }) => {
  const app = await installed.visit()
  const other = await installed.openTab()
  await other.dropPictures([plainPicture('blue')])
  await app.tags.replace(['a red square', 'a green square'])
  await app.dropPictures([plainPicture('red'), plainPicture('green')])

  await installed.site.deploy('B')
  await lookForUpdate(app)
  const reloadNow = app.page.getByRole('button', { name: 'Reload now' })
  await expect(reloadNow).toBeVisible()
  await expect(app.page).toHaveTitle('Taglens')
  await app.expectStatus('2 pictures ranked')
  await app.tags.field.fill('half typed')

  await Promise.all([app.page.waitForEvent('load'), reloadNow.click()])
  await expect(app.page).toHaveTitle('Taglens B')
  await app.whenIdle()
  await app.expectStatus('2 pictures ranked')
  await app.tags.expect(['a red square', 'a green square'])
  await expect(app.tags.field).toHaveValue('half typed')
  // A plain red picture is no square, which the answer may say.
  await expect(app.picture('red.png')).toHaveAccessibleName(/a red square/)

  // The other tab goes on with the version that it began with, of which the host has no file any more.
  await expect(other.page).toHaveTitle('Taglens')
  await other.page.getByRole('button', { name: 'Keys' }).click()
  await expect(other.page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('a version that is put off comes with the next visit', async ({ installed }) => {
  const app = await installed.visit()
  await installed.site.deploy('B')
  await lookForUpdate(app)
  await app.page.getByRole('button', { name: 'Later' }).click()
  await expect(app.page.getByRole('button', { name: 'Reload now' })).toBeHidden()
  // A page of the origin that the service worker does not answer for. The browser takes the new version once the last
  // tab is gone, which may be a moment after it was closed.
  const outside = await installed.context.newPage()
  await outside.goto(new URL('/', installed.site.url).href)
  const isWaiting = () =>
    outside.evaluate(
      async (app) => Boolean((await navigator.serviceWorker.getRegistration(app))?.waiting),
      installed.site.url,
    )
  expect(await isWaiting()).toBe(true)
  await app.page.close()
  await expect.poll(isWaiting).toBe(false)
  const next = await installed.openTab()
  await expect(next.page).toHaveTitle('Taglens B')
})

test('the kill switch takes the service worker away and leaves the page as it is', async ({ installed }) => {
  const app = await installed.visit()
  await app.dropPictures([plainPicture('red')])
  await app.whenIdle()
  await installed.site.deploy('kill switch')
  await lookForUpdate(app)
  const ownCaches = () =>
    app.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('taglens-')))
  await expect.poll(ownCaches).toEqual([])
  await app.expectStatus('1 picture ranked')

  await app.page.reload()
  await app.whenIdle()
  expect(await app.page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false)
})
