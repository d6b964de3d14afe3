import { expect } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { test as installedTest } from './installed-test.ts'
import { plainPicture } from './make-pictures.ts'
import { test } from './test.ts'

const setSwitch = async ({ page }: AppPage, on: boolean): Promise<void> => {
  await page.getByRole('button', { name: /^Privacy/ }).click()
  await page.getByRole('checkbox', { name: /^Airplane switch/ }).setChecked(on)
  await page.keyboard.press('Escape')
}

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
  await app.loadModelByHand('test/colours')
  await app.page.getByRole('button', { name: /^Model: .* failed$/ }).click()
  await expect(app.page.getByText(/Check the connection and the airplane switch/).first()).toBeVisible()
  expect(hosts()).not.toContain(hub.origin)
  await app.page.keyboard.press('Escape')

  // It is remembered, also by a page that is opened anew.
  await app.open()
  await expect(app.page.getByRole('button', { name: 'Privacy: airplane switch is on' })).toBeVisible()
  await expect(app.loadModel('test/colours', 'wasm')).rejects.toThrow(/could not be reached/)
  expect(hosts()).not.toContain(hub.origin)

  await setSwitch(app, false)
  await app.loadModel('test/colours', 'wasm')
  expect(hosts()).toContain(hub.origin)
})

test('the network log says what was asked of whom', async ({ app, hub }) => {
  await app.start(['red', 'green'])
  await app.page.getByRole('button', { name: 'Privacy' }).click()
  const log = app.page.getByRole('region', { name: /^What was asked/ })
  await expect(log.getByRole('listitem').filter({ hasText: new URL(hub.origin).host })).toContainText(
    /\d+ requests/,
  )
  await log.getByText('Latest requests').click()
  await expect(log.getByText(/vision_model\.onnx$/).first()).toBeVisible()
})

test('a report of a problem names model and errors, and no picture or tag', async ({ app }) => {
  await app.start(['secret tag', 'secret word'])
  await app.dropPictures([
    plainPicture('red'),
    { name: 'secret.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
  ])
  await app.whenIdle()
  await app.page.getByRole('button', { name: 'Privacy' }).click()
  const section = app.page.getByRole('region', { name: 'Report of a problem' })
  await section.getByRole('button', { name: 'Show the report' }).click()
  await expect(section).toContainText('errors: IMAGE_DECODE_FAILED x1')
  await expect(section).toContainText(/Taglens \d+\.\d+\.\d+/)
  await expect(section).toContainText(/runs on: wasm, \d threads/)
  await expect(section).not.toContainText(/secret|\.png/)
})

installedTest('the service worker holds the switch too', async ({ installed, hub }) => {
  const app = await installed.visit()
  await setSwitch(app, true)
  const hosts = watchHosts(app)
  // Past the page's own guard, as a script that kept the browser's `fetch` could.
  const answered = await app.page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest()
        request.onload = () => {
          resolve(true)
        }
        request.onerror = () => {
          resolve(false)
        }
        request.open('GET', address)
        request.send()
      }),
    `${hub.origin}/open/red.png`,
  )
  expect(answered).toBe(false)
  expect(hosts()).not.toContain(hub.origin)
  await app.dropPictures([plainPicture('red')])
  await app.whenIdle()
  await app.expectStatus('1 picture ranked')
})
