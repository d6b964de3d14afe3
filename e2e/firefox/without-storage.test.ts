import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect } from 'vitest'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import { createStaticServer } from '../../scripts/hosts/static-server.ts'
import { lanAddress } from '../hosts/lan-address.ts'
import type { FirefoxApp } from './firefox-app.ts'
import { openIn, launch, test } from './test.ts'

const doesTheMainJob = async (app: FirefoxApp) => {
  await app.whenReady()
  await app.whenIdle()
  await app.expectText('3 pictures ranked')
  expect(await app.loadFromHub('test/colours')).toMatchObject({ kept: false })
}

/** Opens the app in a Firefox with these settings, does what a visitor does, and closes it. */
const visit = async (
  preferences: Parameters<typeof launch>[0],
  address: string,
  hub: HubServer,
  use: (app: FirefoxApp) => Promise<void>,
) => {
  const browser = await launch(preferences)
  const complaints: string[] = []
  const app = await openIn(await browser.createBrowserContext(), address, hub, complaints)
  await use(app)
  await doesTheMainJob(app)
  await browser.close()
  expect(complaints).toEqual([])
}

test('on plain http everything works in memory', async ({ hub, skip }) => {
  const address = lanAddress()
  if (address === null) return skip('This machine has no address but localhost.')
  const folder = path.join(import.meta.dirname, '../../dist')
  const server = createStaticServer({ folder, base: '/taglens/', kind: 'pages' })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  const { port } = server.address() as AddressInfo
  // The stand-in of the hub is on this machine, which a page from elsewhere may not ask without a word.
  await visit({ 'network.lna.enabled': false }, `http://${address}:${port}/taglens/`, hub, async (app) => {
    expect(await app.page.evaluate(() => isSecureContext)).toBe(false)
    await app.expectText(/plain http.*https or on localhost/)
  })
  server.closeAllConnections()
  server.close()
})

test('where all storage is refused everything works in memory', async ({ hub, isolatedUrl }) => {
  // What "block all cookies" sets.
  await visit({ 'network.cookie.cookieBehavior': 2 }, isolatedUrl, hub, (app) =>
    app.expectText(/keeps nothing for this page/),
  )
})
