import { expect, type Request } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { test as installedTest } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const openLog = async ({ page }: AppPage) => {
  await page.getByRole('button', { name: 'Privacy' }).click()
  const log = page.getByRole('region', { name: /^Requests since/ })
  await log.getByText('Latest requests').click()
  const own = log.getByRole('listitem').filter({ hasText: 'the app’s own' })
  return { log, own }
}

/**
 * Bytes of what was answered: none of what was preloaded before, of which Playwright takes the head off nothing. It tells none
 * of the workers' own scripts, which are asked for once more here.
 */
const sizeOf = async (request: Request): Promise<number> => {
  const { responseBodySize } = await request.sizes()
  return responseBodySize === 0
    ? (await (await fetch(request.url())).arrayBuffer()).byteLength
    : Math.max(0, responseBodySize)
}

test('the log has every request that the browser made, of page and workers, and their bytes', async ({
  app,
  baseURL,
}) => {
  const asked = new Set<string>()
  const sizes: Promise<number>[] = []
  app.page.on('requestfinished', (request) => {
    if (!request.url().startsWith('http')) return
    asked.add(request.url())
    sizes.push(sizeOf(request))
  })
  await app.openAsVisitor()
  await app.dropPictures([plainPicture('red')])
  await app.whenIdle()
  // As somebody would who plants a counting pixel: the policy allows the app's own host alone.
  const planted = `${baseURL}icons/apple-180.png?planted`
  await app.page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const picture = new Image()
        picture.onload = resolve
        picture.src = address
      }),
    planted,
  )
  const { log, own } = await openLog(app)
  await expect(log.getByText(planted)).toBeVisible()
  const logged = () => log.locator('ol li > :last-child').allInnerTexts()
  // Icons of the tab and the install manifest are the browser's own doing: no page hears of them.
  const ofPage = () => [...asked].filter((url) => !/manifest\.webmanifest$|icons\/[^?]*$/.test(url)).sort()
  await expect.poll(async () => [...new Set(await logged())].sort()).toEqual(ofPage())

  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  const [, shown] = /([\d.]+) MB/.exec(await own.innerText()) ?? []
  // What is shown is rounded to a tenth, and headers count where Playwright leaves them out.
  expect(Math.abs(Number(shown) - bytes / 1e6)).toBeLessThan(0.1)

  // On a phone the host can be read, and the figures stay within the dialog.
  await app.page.setViewportSize({ width: 360, height: 740 })
  const host = own.locator('> :first-child')
  await expect.poll(() => host.evaluate((element) => element.clientWidth)).toBeGreaterThan(100)
  const overflow = () => own.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(await overflow()).toBe(0)
})

installedTest('what the service worker has kept is told as such', async ({ installed }) => {
  const app = await installed.visit()
  await app.page.reload()
  await app.whenIdle()
  const { log, own } = await openLog(app)
  await expect(own).toContainText(/own0 requests, \d+ from this device/)
  await expect(log.getByText(/^\d.* · page · from this device/).first()).toBeVisible()
})
