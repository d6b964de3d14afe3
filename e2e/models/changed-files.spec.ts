import { expect, type Page } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { onIsolatedHost, test } from '../support/installed-test.ts'

// Two visits until everything is kept, and waits of the app's own.
test.describe.configure({ timeout: 120_000 })

/**
 * Changes stored models as a script of another project on the origin could, their lengths as they were.
 * @param what the last byte of each file, dating its last check far back; or what the colour model takes for red.
 */
const alterStored = (page: Page, what: 'each file' | 'numbers') =>
  page.evaluate(async (what) => {
    let folder = await navigator.storage.getDirectory()
    for (const name of ['taglens', 'models']) folder = await folder.getDirectoryHandle(name)
    const rewrite = async (name: string, change: (bytes: Uint8Array<ArrayBuffer>) => void) => {
      for await (const file of (await folder.getDirectoryHandle(name)).values()) {
        if (!(file instanceof FileSystemFileHandle)) continue
        const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer())
        change(bytes)
        const writable = await file.createWritable()
        await writable.write(bytes)
        await writable.close()
      }
    }
    if (what === 'numbers') {
      const red = new Uint8Array(Float32Array.of(0.48145466).buffer)
      await rewrite('blobs', (bytes) => {
        const at = bytes.findIndex((_, i) => red.every((byte, j) => bytes[i + j] === byte))
        if (at >= 0) bytes.set(new Uint8Array(Float32Array.of(0.98).buffer), at)
      })
      return
    }
    await rewrite('blobs', (bytes) => {
      bytes[bytes.length - 1]! ^= 1
    })
    await rewrite('records', (bytes) => {
      const before = new TextDecoder().decode(bytes)
      const after = before.replace(/(?<="checked":\{"at":)\d+/, (digits) => '1'.padEnd(digits.length))
      bytes.set(new TextEncoder().encode(after))
    })
  }, what)

/** When the colour model's files were last compared with their hashes. */
const lastCheck = (page: Page) =>
  page.evaluate(async () => {
    const models = await window.taglens.models.list()
    return models.find(({ key }) => key.includes('test/colours'))?.checked?.at
  })

test('a stored model that a neighbour has changed is found out, in idle time or by its numbers, and comes again', async ({
  installed,
  hub,
}) => {
  const first = await installed.visit()
  await first.loadFromHub('test/colours')
  await alterStored(first.page, 'each file')
  await first.page.close()

  const app = await installed.openTab('?model=none')
  await expect(app.page.getByText(/Files of test\/colours had changed on this device/)).toBeVisible({
    timeout: 40_000,
  })
  const downloads = () => hub.requests.filter(({ path }) => path.endsWith('/vision_model.onnx')).length
  let since = downloads()
  await app.loadFromHub('test/colours')
  expect(downloads()).toBeGreaterThan(since)

  // The vectors that its numbers are held to are no more than a reason to look: its files are sound.
  const before = await lastCheck(app.page)
  await app.page.evaluate(() => {
    const kept = localStorage.getItem('taglens.self-check.1') ?? ''
    localStorage.setItem('taglens.self-check.1', kept.replace(/(?<=\[)-?[\d.]+(?=,)/g, '9'))
  })
  await app.loadFromHub('test/colours')
  expect(await lastCheck(app.page)).toBeGreaterThan(before!)

  await alterStored(app.page, 'numbers')
  since = downloads()
  await app.loadFromHub('test/colours')
  expect(downloads()).toBeGreaterThan(since)
  await app.tags.replace(['red', 'green', 'blue'])
  await app.dropPictures([plainPicture('green')])
  await app.expectBest('green')
})

onIsolatedHost(() => {
  test('the privacy dialog says what an address means that other pages share', async ({ installed }) => {
    const { page } = await installed.visit()
    await page.getByRole('button', { name: 'Privacy' }).click()
    const { origin } = new URL(installed.site.url)
    await expect(page.getByText(new RegExp(`Pages that others put under ${origin} could read`))).toBeVisible()
    await expect(page.getByText(/put the app on a domain of its own/)).toBeVisible()
  })
})
