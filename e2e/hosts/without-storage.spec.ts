import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { createStaticServer } from '../../scripts/hosts/static-server.ts'
import { AppPage } from '../support/app-page.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { lanAddress } from './lan-address.ts'
import { test } from '../support/test.ts'
import { watchPage } from '../support/watch-page.ts'

/** The drawings of a first visit are ranked, and a model of the hub answers from memory. */
const doesTheMainJob = async (page: Page, hub: string): Promise<void> => {
  const app = new AppPage(page, hub)
  await app.expectStatus('3 pictures ranked')
  expect(await app.loadFromHub('test/colours')).toMatchObject({
    kept: false,
  })
  await app.tags.replace(['red', 'green'])
  await app.dropPictures([plainPicture('green')])
  await app.expectBest('green')
  expect(await page.evaluate(() => window.taglens.models.list())).toEqual([])
}

/** A name that stands for this machine where it has no address but `localhost`. */
const NAME = 'taglens.test'

test('on plain http everything works in memory, and the page says what it is without', async ({
  hub,
}, info) => {
  const address = lanAddress()
  const server = createStaticServer({
    folder: path.join(import.meta.dirname, '../../dist'),
    base: '/taglens/',
    kind: 'pages',
  })
  await new Promise<void>((resolve) => server.listen(0, address ?? 'localhost', resolve))
  const { launchOptions = {}, viewport = null } = info.project.use
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
      // The stand-in of the hub is on this machine, which a page from elsewhere may not ask.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ],
  })
  const page = await browser.newPage({ viewport, locale: 'en-GB', reducedMotion: 'reduce' })
  const url = `http://${address ?? NAME}:${(server.address() as AddressInfo).port}/taglens/`
  const origins = { app: new URL(url).origin, hub: hub.origin, content: hub.contentOrigin }
  const complaints = watchPage(page, origins)
  await page.goto(url)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await expect(page.getByText(/^Over plain http.*https or on localhost/)).toBeVisible()
  await doesTheMainJob(page, hub.origin)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(complaints).toEqual([])
  await browser.close()
  server.close()
})

test('where the browser refuses all storage everything works in memory', async ({ hub, baseURL }, info) => {
  const profile = info.outputPath('profile')
  await mkdir(path.join(profile, 'Default'), { recursive: true })
  // "Block all cookies", as the settings page writes it.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  await writeFile(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(profile, {
    ...info.project.use.launchOptions,
    // A headless shell reads no preferences.
    executablePath: process.env.CHROME_PATH!,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const origins = { app: new URL(baseURL!).origin, hub: hub.origin, content: hub.contentOrigin }
  const complaints = watchPage(page, origins)
  await page.goto(baseURL!)
  const refused = await page.evaluate(() => {
    try {
      return localStorage.length < 0
    } catch {
      return true
    }
  })
  expect(refused).toBe(true)
  await expect(page.getByText(/keeps nothing for this page/)).toBeVisible()
  await doesTheMainJob(page, hub.origin)
  expect(complaints).toEqual([])
  await context.close()
})
