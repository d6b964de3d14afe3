import { expect, type FrameLocator, type Page } from '@playwright/test'
import { plainPicture, type PictureFile } from '../support/make-pictures.ts'
import { onPlainHost, test } from '../support/test.ts'

interface Reply {
  readonly taglens?: number
  readonly id?: string | null
  readonly result?: unknown
  readonly error?: { readonly message: string; readonly code: string }
  readonly event?: string
}

/** A page of another site with the app in a frame, its model loaded. */
const openEmbedded = async (page: Page, site: string, app: string, model: string): Promise<FrameLocator> => {
  await page.goto(`${site}/embedder.html`)
  await page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe')
        frame.width = '1000'
        frame.height = '700'
        frame.onload = () => {
          resolve()
        }
        frame.src = address
        document.body.append(frame)
      }),
    `${app}?model=none`,
  )
  const frame = page.frames().find((candidate) => candidate.url().startsWith(app))
  await frame?.evaluate((baseUrl) => window.taglens.loadModel({ baseUrl, device: 'wasm' }), model)
  return page.frameLocator('iframe')
}

/** Asks as the other site does; resolves to the first reply with this id, or to the first event. */
const send = (
  page: Page,
  request: { readonly method: string; readonly id?: unknown; readonly params?: Record<string, unknown> },
  picture?: PictureFile,
): Promise<Reply> =>
  page.evaluate(
    ({ request, base64 }) => {
      const id = request.id ?? crypto.randomUUID()
      const bytes = base64 && Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer
      const params = { ...request.params, ...(bytes && { pictures: [bytes] }) }
      const { contentWindow } = document.querySelector('iframe')!
      return new Promise<Reply>((resolve) => {
        addEventListener('message', ({ data, source }: MessageEvent<Reply>) => {
          if (source === contentWindow && data.taglens === 1 && (data.id === id || data.id === null))
            resolve(data)
        })
        contentWindow!.postMessage({ taglens: 1, id, method: request.method, params }, '*')
      })
    },
    { request, base64: picture?.buffer.toString('base64') },
  )

/** Resolves when the app tells the other site something unasked. */
const nextEvent = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data }: MessageEvent<Reply>) => {
          if (data.event) resolve(data.event)
        })
      }),
  )

test('another site may use the engine once the person has allowed it, and no longer than that; what it asks is checked', async ({
  app,
  hub,
  baseURL,
}) => {
  const { page } = app
  const frame = await openEmbedded(page, hub.origin, baseURL!, app.modelUrl('test/colours'))
  const ask = () =>
    send(page, { method: 'classify', params: { labels: ['blue', 'red'] } }, plainPicture('red'))

  expect((await ask()).error).toEqual({
    message:
      'This site may not use Taglens yet. The person is asked on the page; ask again when they have allowed it.',
    code: 'ORIGIN_NOT_ALLOWED',
  })
  const allowed = nextEvent(page)
  await expect(frame.getByText(`${hub.origin} asks to use Taglens here.`)).toBeVisible()
  await frame.getByRole('button', { name: 'Allow' }).click()
  expect(await allowed).toBe('allowed')
  expect((await ask()).result).toMatchObject([{ top: 'red', labels: [{ label: 'blue' }, { label: 'red' }] }])

  await test.step('what an allowed site asks is checked, and answered or refused with a code', async () => {
    expect((await send(page, { method: 'model' })).result).toMatchObject({ task: 'zero-shot' })
    const texts = await send(page, { method: 'embedTexts', params: { texts: ['red'] } })
    expect(texts.result).toMatchObject([{ text: 'red', cut: false }])
    const pictures = await send(page, { method: 'embedImages' }, plainPicture('red'))
    expect(pictures.result).toMatchObject([{ name: 'picture' }])
    expect((await send(page, { method: 'cancel', params: { id: 'nothing' } })).result).toBe(false)

    const codeOf = async (request: Parameters<typeof send>[1], picture?: PictureFile) => {
      const { error, result } = await send(page, request, picture)
      expect(result).toBeUndefined()
      expect(Object.keys(error ?? {})).toEqual(['message', 'code'])
      return error?.code
    }
    expect(await codeOf({ method: 'loadModel', params: { id: 'test/colours' } })).toBe('VALIDATION_ERROR')
    expect(await codeOf({ method: 'model', id: { not: 'a name' } })).toBe('VALIDATION_ERROR')
    expect(await codeOf({ method: 'classify' })).toBe('VALIDATION_ERROR')
    expect(await codeOf({ method: 'classify', params: { pictures: [`${hub.origin}/open/red.png`] } })).toBe(
      'VALIDATION_ERROR',
    )
    expect(await codeOf({ method: 'classify', params: { labels: [] } }, plainPicture('red'))).toBe(
      'VALIDATION_ERROR',
    )
    expect(await codeOf({ method: 'embedTexts', params: { texts: 'red' } })).toBe('VALIDATION_ERROR')
    expect(await codeOf({ method: 'classifyFixed' }, plainPicture('red'))).toBe('MODEL_NOT_LOADED')
  })
  await test.step('a request that it takes back is stopped', async () => {
    // What could answer never comes, and is waited for.
    await page.frames()[1]?.evaluate((baseUrl) => {
      window.taglens.loadModel({ baseUrl }).catch(() => undefined)
    }, app.modelUrl('test/endless'))
    const waiting = send(page, { method: 'classifyFixed', id: 'slow' }, plainPicture('red'))
    expect((await send(page, { method: 'cancel', params: { id: 'slow' } })).result).toBe(true)
    expect((await waiting).error?.code).toBe('CANCELLED')
  })
  await test.step('it is remembered, listed, and taken back', async () => {
    await openEmbedded(page, hub.origin, baseURL!, app.modelUrl('test/colours'))
    expect((await ask()).result).toMatchObject([{ top: 'red' }])
    await frame.getByRole('button', { name: 'Privacy' }).click()
    await frame.getByRole('button', { name: `Remove ${hub.origin}` }).click()
    await expect(frame.getByRole('region', { name: 'Sites that may use Taglens' })).toBeHidden()
    expect((await ask()).error?.code).toBe('ORIGIN_NOT_ALLOWED')
  })
  await test.step('a site that is put off is not heard again in this visit', async () => {
    await page.keyboard.press('Escape')
    const question = frame.getByText(/asks to use Taglens here/)
    await frame.getByRole('button', { name: 'Not now' }).click()
    await expect(question).toBeHidden()
    expect((await send(page, { method: 'model' })).error?.code).toBe('ORIGIN_NOT_ALLOWED')
    await expect(question).toBeHidden()
  })
})

onPlainHost(() => {
  test('a press that the site around has led astray allows nothing, and a flood of requests hears one answer', async ({
    app,
    hub,
    baseURL,
  }) => {
    const { page } = app
    const frame = await openEmbedded(page, hub.origin, baseURL!, app.modelUrl('test/colours'))
    await page.clock.install()
    await page.evaluate(() => {
      document.querySelector('iframe')!.style.opacity = '0.01'
    })
    await Promise.all(Array.from({ length: 50 }, () => send(page, { method: 'model' })))
    const allow = frame.getByRole('button', { name: 'Allow' })
    await expect(allow).toHaveCount(1)
    await page.clock.runFor(5000)
    await allow.click({ force: true })
    await expect(allow).toBeVisible()

    // In plain view, but for less than a second: the clock stands, or a busy machine would make it more.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
    await page.evaluate(() => {
      document.querySelector('iframe')!.style.opacity = ''
    })
    await page.clock.runFor(900)
    await allow.click({ force: true })
    await page.clock.resume()
    expect((await send(page, { method: 'model' })).error?.code).toBe('ORIGIN_NOT_ALLOWED')

    const events = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0
          addEventListener('message', ({ data }: MessageEvent<Reply>) => {
            if (data.event) count += 1
            // Asked after the answer, and so heard after all of it.
            if (data.id === 'last') resolve(count)
          })
        }),
    )
    await expect(async () => {
      await page.clock.runFor(1000)
      await expect(allow).toBeEnabled({ timeout: 100 })
    }).toPass()
    await allow.click()
    await expect(allow).toBeHidden()
    await send(page, { method: 'model', id: 'last' })
    expect(await events).toBe(1)
  })
})
