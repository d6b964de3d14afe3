import { expect, type Page } from '@playwright/test'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import { AppPage } from '../support/app-page.ts'
import { startDeployedSite } from '../support/deployed-site.ts'
import { onEachKindOfHost, test as installedTest } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { onPlainHost, test } from '../support/test.ts'

const setSwitch = async ({ page }: AppPage, on: boolean): Promise<void> => {
  await page.getByRole('button', { name: /^Privacy/ }).click()
  await page.getByRole('checkbox', { name: /^Airplane switch/ }).setChecked(on)
  await page.keyboard.press('Escape')
}

test.afterEach(({ hub }) => {
  hub.setFaults([])
})

/** Hosts that answered, as the browser saw it. */
const watchHosts = ({ page }: AppPage): (() => readonly string[]) => {
  const hosts = new Set<string>()
  page.on('response', (response) => hosts.add(new URL(response.url()).origin))
  return () => [...hosts]
}

test('with the airplane switch on not even a model host is asked, and off it is again', async ({
  app,
  hub,
}) => {
  await app.open()
  await setSwitch(app, true)
  const hosts = watchHosts(app)
  await app.chooseModelByHand('test/colours')
  await expect(app.page.getByText('The airplane switch is on: no other host is asked.').first()).toBeVisible()
  expect(hosts()).not.toContain(hub.origin)
  await app.page.keyboard.press('Escape')

  // It is remembered, also by a page that is opened again.
  await app.open()
  await expect(app.page.getByRole('button', { name: 'Privacy: airplane switch is on' })).toBeVisible()
  await expect(app.loadModel('test/colours', 'wasm')).rejects.toThrow(/could not be reached/)
  expect(hosts()).not.toContain(hub.origin)

  await setSwitch(app, false)
  await app.loadModel('test/colours', 'wasm')
  expect(hosts()).toContain(hub.origin)
})

/** Asks past the page's guard, as a script could that had kept the browser's own `fetch`: a frame has another. */
const askPastGuard = ({ page }: AppPage, address: string): Promise<boolean> =>
  page.evaluate(async (asked) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    try {
      // A frame that is in the document has a window.
      await frame.contentWindow!.fetch.call(window, asked)
      return true
    } catch {
      return false
    } finally {
      frame.remove()
    }
  }, address)

/** Requests that somebody else's host has had for a path, as it wrote them down itself. */
const asked = (hub: HubServer, path: string): number => hub.requests.filter((one) => one.path === path).length

test('a report of a problem names model and errors, and no picture or tag; the network log says what was asked of whom', async ({
  app,
  hub,
}) => {
  await app.start(['secret tag', 'secret word'])
  await test.step('a report of a problem names model and errors, and no picture or tag', async () => {
    await app.dropPictures([
      plainPicture('red'),
      { name: 'secret.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
    ])
    await app.whenIdle()
    await app.page.getByRole('button', { name: 'Privacy' }).click()
    const section = app.page.getByRole('region', { name: 'Problem report' })
    await section.getByRole('button', { name: 'Show the report' }).click()
    await expect(section).toContainText('errors: IMAGE_DECODE_FAILED x1')
    await expect(section).toContainText(/Taglens \d+\.\d+\.\d+/)
    await expect(section).toContainText(/runs on: wasm, \d threads/)
    await expect(section).not.toContainText(/secret|\.png/)
  })
  await test.step('the network log says what was asked of whom', async () => {
    const log = app.page.getByRole('region', { name: /^Requests since/ })
    await expect(log.getByRole('listitem').filter({ hasText: new URL(hub.origin).host })).toContainText(
      /\d+ requests/,
    )
    // Large files come from where the hub sends us.
    await expect(
      log.getByRole('listitem').filter({ hasText: new URL(hub.contentOrigin).host }),
    ).toContainText(/\d requests?[\d.]+ [kM]B$/)
    await log.getByText('Latest requests').click()
    await expect(log.getByText(/vision_model\.onnx$/).first()).toBeVisible()
  })
})

onPlainHost(() => {
  test('the switch is as it shows in every tab, set at once in two or faster than the disk', async ({
    app,
    context,
  }) => {
    await app.open()
    const opened = context.waitForEvent('page')
    // Opened by the page, so that one script can press in both before either hears of the other.
    const otherWindow = await app.page.evaluateHandle(() => window.open('./?model=none')!)
    const other = await opened
    const tabs = [app.page, other]
    const box = (page: Page) => page.getByRole('checkbox', { name: /^Airplane switch/ })
    for (const page of tabs) {
      await page.getByRole('button', { name: /^Privacy/ }).click()
      await expect(box(page)).not.toBeChecked()
    }
    const press = (here: number, there: number) =>
      app.page.evaluate(
        async ({ other, here, there }) => {
          const pressIn = (window: Window, times: number) => {
            const label = [...window.document.querySelectorAll('label')].find(({ textContent }) =>
              textContent.startsWith('Airplane switch'),
            )
            for (let i = 0; i < times; i++) label?.querySelector('input')?.click()
          }
          pressIn(window, here)
          pressIn(other, there)
          // As many turns as the word of it, an answer, and the disk take.
          for (let turn = 0; turn < 20; turn++) await caches.has('taglens-airplane')
        },
        { other: otherWindow, here, there },
      )
    await press(1, 2)
    for (const page of tabs) await expect(box(page)).toBeChecked()
    await press(3, 0)
    for (const page of tabs) await expect(box(page)).not.toBeChecked()
    await app.page.reload()
    await expect(app.page.getByRole('button', { name: 'Privacy', exact: true })).toBeVisible()
  })

  test('the switch cuts what is under way in another tab, which goes on when it is off', async ({
    app,
    hub,
    context,
    baseURL,
  }) => {
    const vision = '/test/colours/signed/onnx/vision_model.onnx'
    hub.setFaults([
      { path: vision, mishap: { kind: 'stall', after: 100 } },
      { path: '/open/red.png', mishap: { kind: 'stall', after: 10 } },
    ])
    const since = hub.requests.length
    const parts = () =>
      hub.requests
        .slice(since)
        .filter(({ path, method }) => path === vision && method === 'GET')
        .map(({ range }) => range)
    await app.page.goto(`./?model=none&url=${encodeURIComponent(`${hub.origin}/open/red.png`)}`)
    await expect.poll(() => asked(hub, '/open/red.png')).toBeGreaterThan(0)
    await app.loadModel('test/mobileclip-colours', 'wasm')
    await app.loadModelByHand('test/colours')
    await expect.poll(parts).toEqual([''])
    await app.page.keyboard.press('Escape')
    const picture = app.page.evaluate(
      (url) => window.taglens.classify([url], { labels: ['red'] }),
      `${hub.origin}/open/endless.png`,
    )
    await expect.poll(() => asked(hub, '/open/endless.png')).toBeGreaterThan(0)
    const other = new AppPage(await context.newPage(), hub.origin)
    await other.page.goto(`${baseURL}?model=none`)
    await setSwitch(other, true)

    const { host } = new URL(hub.origin)
    await expect(
      app.page.getByText(`Paused: the airplane switch is on. The picture from ${host}`),
    ).toBeVisible()
    const [result] = await picture
    expect(result && 'error' in result ? result.error : result).toMatchObject({ code: 'NETWORK' })
    expect(JSON.stringify(result)).toContain('The airplane switch is on')
    await app.page.getByRole('button', { name: /^Model/ }).click()
    await expect(
      app.page.getByRole('dialog', { name: 'Model' }).getByText(/^Paused by the airplane switch at/),
    ).toBeVisible()
    await app.page.keyboard.press('Escape')

    hub.setFaults([])
    await setSwitch(other, false)
    await expect(app.page.getByRole('heading', { name: 'red.png' })).toBeVisible()
    await expect(
      app.page.getByText(/^The airplane switch is off. The download of .* can go on/),
    ).toBeVisible()
    const notices = app.page.getByRole('list', { name: 'Notices' })
    await notices.getByRole('button', { name: 'Resume', exact: true }).click()
    await app.whenIdle()
    expect(await app.page.evaluate(() => window.taglens.model()?.key)).toContain('/test/colours/')
    expect(parts()).toEqual(['', 'bytes=100-'])
  })
})

for (const kind of ['pages', 'isolated'] as const)
  test.describe(`from a host like '${kind}'`, () => {
    test('with the switch on the app’s own host leads to no other', async ({ page, hub }) => {
      const site = await startDeployedSite(kind)
      try {
        site.redirect('leak', `${hub.origin}/open/red.png`)
        await page.goto(`${site.url}?model=none`)
        const app = new AppPage(page, hub.origin)
        await setSwitch(app, true)
        const before = asked(hub, '/open/red.png')
        const ask = (address: string) =>
          fetch(address).then(
            () => 'answered',
            () => 'refused',
          )
        expect(await page.evaluate(ask, `${site.url}leak`)).toBe('refused')
        await app.dropPictures([plainPicture('red')])
        for (const worker of page.workers())
          expect(await worker.evaluate(ask, `${site.url}leak`)).toBe('refused')
        await page.evaluate((address) => {
          new Image().src = address
        }, `${site.url}leak`)
        await setSwitch(app, false)
        expect(await page.evaluate(ask, `${site.url}leak`)).toBe('answered')
        // Requests come in the order in which they were made: that is the only one.
        expect(asked(hub, '/open/red.png')).toBe(before + 1)
      } finally {
        await site.close()
      }
    })
  })

onEachKindOfHost(() => {
  installedTest(
    'the service worker holds the switch too, and leads nowhere else',
    async ({ installed, hub }) => {
      const app = await installed.visit()
      installed.site.redirect('leak', `${hub.origin}/open/red.png`)
      await setSwitch(app, true)
      const hosts = watchHosts(app)
      expect(await askPastGuard(app, `${hub.origin}/open/red.png`)).toBe(false)
      // Named by the hub, so that what the browser's console says of it is expected.
      expect(await askPastGuard(app, `${installed.site.url}leak?${hub.origin}/`)).toBe(false)
      expect(hosts()).not.toContain(hub.origin)
      await app.dropPictures([plainPicture('red')])
      await app.whenIdle()
      await app.expectStatus('1 picture ranked')
    },
  )
})

installedTest('a switch that is on stays on when its mark is lost', async ({ installed, hub, context }) => {
  const app = await installed.visit()
  await setSwitch(app, true)
  // Somebody clears what is stored, and the service worker begins again from what it finds.
  await app.page.evaluate(async () => {
    localStorage.clear()
    await caches.delete('taglens-airplane')
  })
  const devtools = await context.newCDPSession(app.page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  const before = hub.requests.length
  expect(await askPastGuard(app, `${hub.origin}/open/red.png`)).toBe(false)
  const other = await installed.openTab('?model=none')
  await expect(other.page.getByRole('button', { name: 'Privacy: airplane switch is on' })).toBeVisible()
  await expect(other.loadFromHub('test/colours')).rejects.toThrow(/could not be reached/)
  expect(hub.requests.length).toBe(before)
  // It is written down again, for the visits to come.
  await expect.poll(() => other.page.evaluate(() => caches.has('taglens-airplane'))).toBe(true)
})
