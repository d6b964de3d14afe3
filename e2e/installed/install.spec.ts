import { expect } from '@playwright/test'
import { test } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'

interface Manifest {
  readonly name: string
  readonly start_url: string
  readonly display: string
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[]
  readonly screenshots: readonly { readonly src: string }[]
  readonly shortcuts: readonly { readonly url: string }[]
  readonly share_target: {
    readonly action: string
    readonly params: { readonly files: readonly { readonly name: string }[] }
  }
  readonly file_handlers: readonly { readonly action: string }[]
}

test('an app that was visited once has what a browser asks before it offers to install it, takes shared pictures, and starts without network', async ({
  installed,
}) => {
  const first = await installed.visit()
  await test.step('what a browser asks of an app before it offers to install it is there', async () => {
    const { page } = first
    const devtools = await installed.context.newCDPSession(page)
    // Chromium's own reading of the manifest, and its own list of what is missing.
    const read = await devtools.send('Page.getAppManifest')
    expect(read.errors).toEqual([])
    expect(read.url).toBe(new URL('manifest.webmanifest', installed.site.url).href)
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    // A private window is what a test has: everything else is in order.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    )

    const manifest = JSON.parse(read.data ?? '{}') as Manifest
    const resolve = (address: string) => new URL(address, read.url).href
    expect(resolve(manifest.start_url)).toBe(installed.site.url)
    expect(manifest.display).toBe('standalone')
    for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
      const response = await page.request.get(resolve(src))
      expect(response.headers()['content-type'], src).toBe('image/png')
    }
    for (const { url } of [
      ...manifest.shortcuts,
      ...manifest.file_handlers.map(({ action }) => ({ url: action })),
    ])
      expect(resolve(url).startsWith(installed.site.url), url).toBe(true)
  })
  await test.step('pictures that another app shares are on the page that opens once they are agreed to, and nowhere else', async () => {
    const { name, mimeType, buffer } = plainPicture('red')
    const target = await first.page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!
      const manifest = (await (await fetch(link.href)).json()) as Manifest
      const { action, params } = manifest.share_target
      return { address: new URL(action, link.href).href, field: params.files[0]!.name }
    })
    // As the system does it: a form of files, posted by a navigation.
    await first.page.evaluate(
      async ({ address, field, name, mimeType, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const form = new FormData()
        form.append(field, new File([bytes], name, { type: mimeType }))
        // Android sends pictures of apps that know no type so.
        const untyped = { type: 'application/octet-stream' }
        form.append(field, new File([bytes], '../<b>näme\u202E.png', untyped))
        await fetch(address, { method: 'POST', body: form })
      },
      { ...target, name, mimeType, base64: buffer.toString('base64') },
    )
    const app = await installed.openTab()
    await app.whenIdle()
    await app.page.getByText('2 pictures were sent by another app or site. Add them?').waitFor()
    expect(await app.page.evaluate(() => caches.has('taglens-inbox /taglens/'))).toBe(false)
    await app.page.getByRole('button', { name: 'Add', exact: true }).click()
    await app.whenIdle()
    await app.expectStatus('2 pictures ranked')
    await expect(app.picture('red.png')).toBeVisible()
    await expect(app.picture('../<b>näme.png')).toBeVisible()
    await app.page.close()
  })
  await test.step('the start page answers without network, as an installed app must', async () => {
    await installed.goOffline()
    await first.page.close()
    const { page } = await installed.openTab('?open=keys')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  })
})

test('the install button is there while the browser offers it, and asks once', async ({ installed }) => {
  const { page } = await installed.openIsolated('?model=none')
  const button = page.getByRole('button', { name: 'Install Taglens' })
  await expect(page.getByRole('heading', { name: 'Taglens', exact: true })).toBeVisible()
  await expect(button).toBeHidden()
  const prompted = page.evaluate(
    () =>
      new Promise((resolve) => {
        const offer = new Event('beforeinstallprompt', { cancelable: true })
        window.dispatchEvent(
          Object.assign(offer, {
            prompt: () => {
              resolve('asked')
              return Promise.resolve()
            },
          }),
        )
      }),
  )
  await button.click()
  expect(await prompted).toBe('asked')
  await expect(button).toBeHidden()
})
