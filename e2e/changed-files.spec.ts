import { expect } from '@playwright/test'
import { plainPicture } from './make-pictures.ts'
import { onEachKindOfHost, test } from './installed-test.ts'

// Two visits until everything is kept, and waits of the app's own.
test.describe.configure({ timeout: 120_000 })

onEachKindOfHost(() => {
  test('a stored model that a neighbour has changed is found in idle time, and comes again', async ({
    installed,
    hub,
  }) => {
    const first = await installed.visit()
    await first.loadFromHub('test/colours')
    await first.page.evaluate(async () => {
      let folder = await navigator.storage.getDirectory()
      for (const name of ['taglens', 'models']) folder = await folder.getDirectoryHandle(name)
      const rewrite = async (file: FileSystemFileHandle, change: (text: string) => string) => {
        const text = await (await file.getFile()).text()
        const writable = await file.createWritable()
        await writable.write(change(text))
        await writable.close()
      }
      const records = await folder.getDirectoryHandle('records')
      for await (const file of records.values())
        if (file instanceof FileSystemFileHandle)
          await rewrite(file, (text) => text.replace(/"checked":\{"at":\d+/, '"checked":{"at":1'))
      const blobs = await folder.getDirectoryHandle('blobs')
      for await (const file of blobs.values())
        if (file instanceof FileSystemFileHandle) await rewrite(file, (text) => `${text.slice(0, -1)} `)
    })
    await first.page.close()

    const app = await installed.openTab('?model=none')
    await expect(app.page.getByText(/Files of test\/colours had changed on this device/)).toBeVisible({
      timeout: 40_000,
    })
    const since = hub.requests.length
    await app.loadFromHub('test/colours')
    expect(hub.requests.length).toBeGreaterThan(since)
    await app.tags.replace(['red', 'green', 'blue'])
    await app.dropPictures([plainPicture('green')])
    await app.expectBest('green')
  })
})

test('the privacy dialog says what an address means that other pages share', async ({ installed }) => {
  const { page } = await installed.visit()
  await page.getByRole('button', { name: 'Privacy' }).click()
  const { origin } = new URL(installed.site.url)
  await expect(page.getByText(new RegExp(`Pages that others put under ${origin} could read`))).toBeVisible()
  await expect(page.getByText(/put the app on a domain of its own/)).toBeVisible()
})
