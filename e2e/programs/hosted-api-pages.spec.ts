import { expect } from '@playwright/test'
import { ask, at, CLIP, codeOf, parsed } from './ask-hosted-api.ts'
import { onIsolatedHost, test } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'

test.describe('who answers', () => {
  onIsolatedHost(() => {
    test('an address that another site opens in a tab asks, then shows JSON, answered by a page, which has to be open', async ({
      installed,
      hub,
    }) => {
      const app = await installed.openIsolated('?model=none')
      await app.loadFromHub('test/colours')
      const picture = `${hub.origin}/open/red.png`
      // The blank before the picture's address is no way past the question.
      const address = `${installed.site.url}${CLIP}?labels=red,blue&url=%20${at(picture)}`
      const fetched: string[] = []
      installed.context.on('request', (request) => fetched.push(request.url()))
      const stranger = await installed.context.newPage()
      await stranger.goto(`${hub.origin}/embedder.html`)
      const opened = installed.context.waitForEvent('page')
      const isCutOff = stranger.evaluate((target) => {
        const opened = window.open(target)
        return new Promise<boolean>((resolve) => {
          const look = () => {
            if (opened?.closed) resolve(true)
            else requestAnimationFrame(look)
          }
          look()
        })
      }, address)
      const tab = await opened
      await expect(
        tab.getByRole('heading', { name: `Read a picture from ${new URL(picture).host}?` }),
      ).toBeVisible()
      expect(await isCutOff).toBe(true)
      expect(fetched).not.toContain(picture)

      const answered = tab.waitForResponse((response) => response.url() === address)
      await tab.getByRole('link', { name: 'Read the picture' }).click()
      const shown = await answered
      expect(shown.status()).toBe(200)
      expect(shown.headers()['content-type']).toBe('application/json')
      await expect(tab.locator('body')).toContainText('"result":"red"')
      await expect(tab.locator('#root')).toHaveCount(0)
      expect(fetched).toContain(picture)

      await app.page.close()
      const refused = await tab.reload()
      expect(refused?.status()).toBe(503)
      const { message, code } = (await refused?.json()) as { message: string; code: string }
      expect(code).toBe('MODEL_NOT_LOADED')
      expect(message).toContain(`Open ${installed.site.url} in a tab`)
    })
  })

  test('a page of one’s own beside the app may ask, whatever else is open', async ({
    answering: { installed },
  }) => {
    const page = await installed.context.newPage()
    // Any document under the app's address that is not the app.
    await page.goto(`${installed.site.url}openapi.json`)
    const answer = await ask(page, `${CLIP}?labels=red,blue`, { image: plainPicture('red') })
    expect(parsed(answer)).toMatchObject({ result: 'red' })
    await page.close()
  })

  test('the form or the frame of another site is refused', async ({ answering: { installed }, hub }) => {
    const embedder = await installed.context.newPage()
    await embedder.goto(`${hub.origin}/embedder.html`)
    const framed = embedder.waitForResponse((response) => response.url().includes(CLIP))
    await embedder.evaluate(
      (address) => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      },
      `${installed.site.url}${CLIP}?url=${at(`${hub.origin}/open/red.png`)}`,
    )
    expect((await framed).status()).toBe(403)

    const page = await installed.context.newPage()
    await page.setContent(
      `<form method="post" action="${installed.site.url}${CLIP}"><input name="url"><button>Go</button></form>`,
    )
    const answered = page.waitForResponse((response) => response.url().includes(CLIP))
    await page.getByRole('button').click()
    const answer = await answered
    expect(answer.status()).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' })
    for (const stranger of [embedder, page]) await stranger.close()
  })

  test('of two tabs the one that has a model, and the other when it is closed in the middle', async ({
    installed,
    hub,
  }) => {
    const first = await installed.openIsolated()
    const second = await installed.openTab('?model=none')
    // Mini knows no plain colours, but it answers; the second tab has no model at all.
    const fromSecond = await ask(second.page, `${CLIP}?labels=circle,square`, { image: plainPicture('red') })
    expect(fromSecond.status).toBe(200)

    await second.loadFromHub('test/colours')
    const endless = `${hub.origin}/open/endless.png`
    const asked = [first, second].map(async (app) => {
      await app.page.waitForRequest((request) => request.url() === endless)
      return app
    })
    const asker = await installed.openTab('?model=none')
    const answer = ask(asker.page, `${CLIP}?labels=red&url=${at(endless)}`)
    const inTheMiddle = await Promise.race(asked)
    const next = inTheMiddle === first ? second : first
    const askedNext = next.page.waitForRequest((request) => request.url() === endless)
    await inTheMiddle.page.close()
    await askedNext
    await next.page.close()
    expect(codeOf(await answer)).toBe('503 MODEL_NOT_LOADED')
  })

  test('a page whose model still loads, when it has', async ({ installed, hub }) => {
    const { page } = await installed.openIsolated('?model=none')
    const refused = await ask(page, `${CLIP}?labels=red,blue`, { image: plainPicture('red') })
    expect(codeOf(refused)).toBe('503 MODEL_NOT_LOADED')
    await page.evaluate((host) => {
      void window.taglens.loadModel({ id: 'test/colours', host, device: 'wasm' })
    }, hub.origin)
    const answer = await ask(page, `${CLIP}?labels=red,blue`, { image: plainPicture('red') })
    expect(parsed(answer)).toMatchObject({ result: 'red' })
  })

  test('no one goes on when the one who asked has stopped', async ({ colours: { page }, hub }) => {
    const endless = `${hub.origin}/open/endless.png`
    const asked = page.waitForRequest((request) => request.url() === endless)
    const dropped = page.waitForEvent('requestfailed', (request) => request.url() === endless)
    const outcome = page.evaluate(
      async (path) => {
        const stop = new AbortController()
        addEventListener('stop-asking', () => {
          stop.abort()
        })
        return fetch(path, { signal: stop.signal }).then(
          () => 'answered',
          (error: unknown) => (error as Error).name,
        )
      },
      `${CLIP}?url=${at(endless)}`,
    )
    await asked
    await page.evaluate(() => dispatchEvent(new Event('stop-asking')))
    expect(await outcome).toBe('AbortError')
    await dropped
  })

  test('with the airplane switch on, without asking any other host', async ({ colours: { page }, hub }) => {
    const airplane = page.getByRole('checkbox', { name: /^Airplane switch/ })
    await page.getByRole('button', { name: /^Privacy/ }).click()
    await airplane.check()
    const hosts = new Set<string>()
    page.on('response', (response) => hosts.add(new URL(response.url()).origin))
    const posted = await ask(page, `${CLIP}?labels=circle,square`, { image: plainPicture('red') })
    expect(posted.status).toBe(200)
    const fetched = await ask(page, `${CLIP}?url=${at(`${hub.origin}/open/red.png`)}`)
    expect(codeOf(fetched)).toBe('502 NETWORK')
    expect([...hosts]).not.toContain(hub.origin)
    await airplane.uncheck()
    await page.keyboard.press('Escape')
  })
})
