import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect } from 'vitest'
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

test('on plain http everything works in memory', async ({ profile, skip }) => {
  const address = lanAddress()
  if (address === null) return skip('This machine has no address but localhost.')
  const folder = path.join(import.meta.dirname, '../../dist')
  const server = createStaticServer({ folder, base: '/taglens/', kind: 'pages' })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  const { port } = server.address() as AddressInfo
  const app = await profile.open(`http://${address}:${port}/taglens/`)
  expect(await app.page.evaluate(() => isSecureContext)).toBe(false)
  await app.expectText(/plain http.*https or on localhost/)
  await doesTheMainJob(app)
  server.closeAllConnections()
  server.close()
})

test('where all storage is refused everything works in memory', async ({ hub, isolatedUrl }) => {
  // What "block all cookies" sets.
  const browser = await launch({ 'network.cookie.cookieBehavior': 2 })
  const complaints: string[] = []
  const app = await openIn(await browser.createBrowserContext(), isolatedUrl, hub, complaints)
  await app.expectText(/keeps nothing for this page/)
  await doesTheMainJob(app)
  await browser.close()
  expect(complaints).toEqual([])
})
