import { expect, type Page } from '@playwright/test'
import { test } from './installed-test.ts'
import { plainPicture } from './make-pictures.ts'

/** How often each page of a tab was loaded, counted by the browser. */
const countLoads = (page: Page): (() => number) => {
  let loads = 0
  page.on('load', () => (loads += 1))
  return () => loads
}

test('a first visit is reloaded once, and then Mini runs on threads', async ({ installed }) => {
  const app = await installed.openIsolated()
  const loads = countLoads(app.page)
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true)
  await app.whenIdle()
  expect(await app.page.evaluate(() => window.taglens.model()?.threads)).toBeGreaterThan(1)
  expect(loads()).toBe(0)
  await app.page.reload()
  expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true)
  expect(loads()).toBe(1)
})

test('a page that somebody has begun to use is left alone, and isolated at the next visit', async ({
  installed,
}) => {
  const app = await installed.openTab('?model=none')
  const loads = countLoads(app.page)
  // Asking for the page API is use: calls would be lost.
  await app.page.evaluate(() => window.taglens.ready)
  await app.dropPictures([plainPicture('red')])
  await app.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await app.expectStatus('1 waiting')
  expect(loads()).toBe(0)
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
