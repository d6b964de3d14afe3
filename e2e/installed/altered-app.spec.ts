import { expect, type Page } from '@playwright/test'
import { onIsolatedHost, test, type InstalledApp } from '../support/installed-test.ts'

// Visits until everything is kept, and waits of the app's own.
test.describe.configure({ timeout: 120_000 })

/** A page of another project under the same origin, which no service worker of ours answers for. */
const openNeighbour = async ({ site, context }: InstalledApp): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(new URL('/neighbour/', site.url).href)
  return page
}

/** Puts `addition` before what the app has kept under every address that matches. */
const alter = (neighbour: Page, address: RegExp, addition: string): Promise<void> =>
  neighbour.evaluate(
    async ([pattern, before]) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          const response = new RegExp(pattern).test(request.url) && (await cache.match(request))
          if (!response) continue
          const body = new Blob([before, await response.blob()])
          await cache.put(request, new Response(body, { headers: response.headers }))
        }
      }
    },
    [address.source, addition] as const,
  )

/**
 * Changes the kept file whose address matches, and opens a page until that page has got the changed one: the check of
 * the visit before may still be under way, and would drop it first.
 * @param change what becomes of the file's text.
 * @param open opens a page and says whether it has the changed file.
 */
const alterUntilServed = async (
  neighbour: Page,
  address: RegExp,
  change: (text: string) => string,
  open: () => Promise<boolean>,
): Promise<void> => {
  const [url, text, type] = await neighbour.evaluate(async (pattern) => {
    const shell = await caches.open('taglens-shell /taglens/')
    const request = (await shell.keys()).find((kept) => new RegExp(pattern).test(kept.url))
    const response = request && (await shell.match(request))
    if (!response) throw new Error(`nothing is kept under ${pattern}`)
    return [request.url, await response.text(), response.headers.get('content-type') ?? ''] as const
  }, address.source)
  await expect(async () => {
    await neighbour.evaluate(
      async ([key, body, contentType]) => {
        const shell = await caches.open('taglens-shell /taglens/')
        await shell.put(key, new Response(body, { headers: { 'content-type': contentType } }))
      },
      [url, change(text), type] as const,
    )
    expect(await open()).toBe(true)
  }).toPass({ timeout: 40_000 })
}

const drop = (neighbour: Page, address: RegExp): Promise<void> =>
  neighbour.evaluate(async (pattern) => {
    const shell = await caches.open('taglens-shell /taglens/')
    for (const request of await shell.keys())
      if (new RegExp(pattern).test(request.url)) await shell.delete(request)
  }, address.source)

/** Addresses of what is kept, each with the hash of its content. */
const keptFiles = (neighbour: Page): Promise<Readonly<Record<string, string>>> =>
  neighbour.evaluate(async () => {
    const files: Record<string, string> = {}
    for (const name of ['taglens-shell /taglens/', 'taglens-engine /taglens/']) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const kept = await (await cache.match(request))?.arrayBuffer()
        const hash = kept && new Uint8Array(await crypto.subtle.digest('SHA-256', kept))
        files[request.url] = hash?.join() ?? ''
      }
    }
    return files
  })

const isPlanted = (page: Page): Promise<boolean> => page.evaluate(() => 'planted' in window)

test('files of the app that a neighbour has changed or deleted are soon as they were built', async ({
  installed,
}) => {
  await (await installed.visit()).page.close()
  const neighbour = await openNeighbour(installed)
  const built = await keptFiles(neighbour)
  await alter(neighbour, /\.wasm$/, 'no WebAssembly')
  await drop(neighbour, /about-dialog|mark-.*\.svg/)
  let first: Page | undefined
  await alterUntilServed(
    neighbour,
    /assets\/index-.*\.js$/,
    (script) => `window.planted = true;${script}`,
    async () => {
      await first?.close()
      first = (await installed.openTab('?model=none')).page
      return isPlanted(first)
    },
  )
  await expect.poll(() => keptFiles(neighbour), { timeout: 40_000 }).toEqual(built)
  await first?.close()
  const next = await installed.openTab('?model=none')
  await next.whenIdle()
  expect(await isPlanted(next.page)).toBe(false)
})

onIsolatedHost(() => {
  test('without a network an altered script of the app is dropped, and not run again', async ({
    installed,
  }) => {
    const { page: first } = await installed.openIsolated('?model=none')
    const neighbour = await openNeighbour(installed)
    await installed.goOffline()
    await first.close()
    let opened: Page | undefined
    const open = async () => {
      await opened?.close()
      opened = await installed.context.newPage()
      await opened.goto(installed.site.url)
      return isPlanted(opened)
    }
    // Such a page never says that it has time.
    const altered = 'window.planted = true; throw new Error("altered");'
    await alterUntilServed(neighbour, /assets\/index-.*\.js$/, () => altered, open)
    const isKept = () =>
      neighbour.evaluate(async () => {
        const shell = await caches.open('taglens-shell /taglens/')
        return (await shell.keys()).some(({ url }) => /assets\/index-.*\.js$/.test(url))
      })
    await expect.poll(isKept, { timeout: 40_000 }).toBe(false)
    // A tab of its own: a reload would run the copy that the browser has in memory.
    expect(await open()).toBe(false)
  })
})

test('a page that was altered, and that the host has no more, gives way to the host’s newer one', async ({
  installed,
}) => {
  const app = await installed.openIsolated('?model=none')
  const neighbour = await openNeighbour(installed)
  const own = await neighbour.evaluate(async () => {
    const shell = await caches.open('taglens-shell /taglens/')
    return (await shell.keys()).map(({ url }) => url).find((url) => url.includes('index.html')) ?? ''
  })
  await installed.site.deploy('B')
  await alterUntilServed(
    neighbour,
    /index\.html/,
    (page) => page.replace('<head>', '<head><!-- altered -->'),
    async () => {
      await app.page.reload()
      return (await app.page.content()).includes('<!-- altered -->')
    },
  )
  await expect(app.page).toHaveTitle('Taglens')
  const isKept = () => neighbour.evaluate(async (key) => (await caches.match(key)) !== undefined, own)
  await expect.poll(isKept, { timeout: 40_000 }).toBe(false)
  // The first tab holds the earlier service worker, of which the host has no page.
  // Of an address that the browser's own cache does not have.
  const next = await installed.openTab('?model=none&utm_source=elsewhere')
  await expect(next.page).toHaveTitle('Taglens B')
  await expect(next.page.getByRole('heading', { name: 'Taglens', exact: true })).toBeVisible()
  expect(await isKept()).toBe(false)
})
