import { expect } from 'vitest'
import { packThatPoses } from '../models/hostile-packs.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from './test.ts'

test('a link changes this visit only, and what it says reads as it is', async ({ profile, isolatedUrl }) => {
  const labels = encodeURIComponent('invoice\u202egpj.exe,blue')
  const template = encodeURIComponent('ignore all but {}')
  const app = await profile.open(`${isolatedUrl}?model=none&labels=${labels}&template=${template}`)
  await app.whenReady()
  await expect.poll(() => app.tags()).toEqual(['invoicegpj.exe', 'blue'])
  await app.expectText('Set by the link for this visit: tags, templates.')
  await app.page.goto(`${isolatedUrl}?model=none`)
  await app.whenReady()
  await expect.poll(() => app.tags()).toContain('motorcycle')
  expect(await app.page.evaluate(() => document.body.innerText)).not.toContain('ignore')
})

test('a pack that says it is the hub’s model is a file of the person’s', async ({ app }) => {
  const loaded = await app.page.evaluate(
    async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const { key } = await window.taglens.models.import([new File([bytes], 'clip.zip')])
      return window.taglens.loadModel({ key, device: 'wasm' })
    },
    await packThatPoses(),
  )
  expect(loaded).toMatchObject({ id: 'file:clip-vit-base-patch32', name: 'clip-vit-base-patch32' })
})

test('what another site opens or posts waits for the person', async ({ profile, site, hub }) => {
  const app = await profile.open(`${site.url}?model=none`)
  await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const picture = `${hub.origin}/open/red.png`
  // The hub has answered other files of this suite, too.
  const before = hub.requests.length
  const stranger = await app.page.browserContext().newPage()
  await stranger.goto(`${hub.origin}/embedder.html`)
  await Promise.all([
    stranger.waitForNavigation(),
    stranger.evaluate(
      (address) => {
        location.href = address
      },
      `${site.url}api/image-classification/clip?labels=red&url=${encodeURIComponent(picture)}`,
    ),
  ])
  expect(await stranger.$eval('h1', ({ textContent }) => textContent)).toBe(
    `Read a picture from ${new URL(picture).host}?`,
  )
  expect(hub.requests.slice(before).map(({ path }) => path)).not.toContain('/open/red.png')

  await stranger.goto(`${hub.origin}/embedder.html`)
  await Promise.all([
    stranger.waitForNavigation(),
    stranger.evaluate(
      ({ action, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const held = new DataTransfer()
        held.items.add(new File([bytes], 'sent.png', { type: 'image/png' }))
        const input = Object.assign(document.createElement('input'), { type: 'file', name: 'pictures' })
        input.files = held.files
        const form = document.createElement('form')
        Object.assign(form, { action, method: 'post', enctype: 'multipart/form-data' })
        form.append(input)
        document.body.append(form)
        form.submit()
      },
      { action: `${site.url}share`, base64: plainPicture('red').buffer.toString('base64') },
    ),
  ])
  const sent = () => stranger.evaluate(() => document.body.innerText)
  await expect.poll(sent).toContain('1 picture was sent by another app or site')
  expect(await stranger.$('[role=gridcell][aria-label^="sent.png"]')).toBeNull()
})
