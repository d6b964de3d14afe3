import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { createDeferred } from '../../../core/async/deferred'
import { DEFAULT_HUB_ID, hubSource, QUICK_LOOK_ID } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import type { Surroundings } from '../../../core/model/offer/recommend-model'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

/** A download that does not end while it is looked at. */
const HOUR_MS = 3_600_000

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The panel of models on a machine that is looked at until `look` is called; at once unless it is to wait. */
const setup = async ({ waits = false, width = 1280, downloadTime = 0 } = {}) => {
  await setViewport(width, 800)
  const { app, whenIdle, site, words } = createFakeApp({ downloadTime })
  const { platform } = createFakeUiPlatform()
  const found = createDeferred<Surroundings>()
  const readSurroundings = waits ? () => found.promise : platform.readSurroundings
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, { ...platform, readSurroundings }, site, words))
  app.actions.loadBuiltIn()
  await whenIdle()
  await page.getByRole('button', { name: /^Model:/ }).click()
  await expect.element(page.getByRole('radio', { name: 'Choose', exact: true })).toBeInTheDocument()
  const radio = page.getByRole('radio', { name: 'Choose', exact: true }).element()
  if (radio instanceof HTMLElement) radio.click()
  return {
    app,
    card: page.getByRole('region', { name: 'For photographs' }),
    look: async () => {
      found.resolve(await platform.readSurroundings())
    },
    topOf: (text: string) => page.getByText(text, { exact: true }).element().getBoundingClientRect().top,
  }
}

describe('the recommended model', () => {
  it.each([1280, 390])('takes the place that was held for it, at %i px', async (width) => {
    const { card, look, topOf } = await setup({ waits: true, width })
    await expect.element(page.getByText('Looking at what this device can run')).toBeInTheDocument()
    await document.fonts.ready
    const below = topOf('Another model')
    await expect.element(card).not.toBeInTheDocument()
    await look()
    await expect.element(card).toBeVisible()
    expect(topOf('Another model')).toBe(below)
  })

  it('is not offered again while it is on its way, nor while that is put off', async () => {
    const { app, card } = await setup({ downloadTime: HOUR_MS })
    const download = card.getByRole('button', { name: /^Download/ })
    await download.click()
    await expect.element(card.getByText('It is on its way: see above.')).toBeVisible()
    await expect.element(download).not.toBeInTheDocument()
    app.actions.pauseLoading()
    await expect.poll(() => app.store.getState().model.kind).toBe('paused')
    await expect.element(download).not.toBeInTheDocument()
    app.actions.cancelLoading()
    await expect.element(download).toBeVisible()
  })

  it('that is on its way is the one that is shown, and the other can be looked at', async () => {
    const { app, card } = await setup({ downloadTime: HOUR_MS })
    void app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
    await expect.element(card.getByRole('radio', { name: /^Fast/ })).toBeChecked()
    await expect.element(card.getByText('It is on its way: see above.')).toBeVisible()
    await card.getByRole('radio', { name: /^Best/ }).click()
    await expect.element(card.getByRole('button', { name: /^Download/ })).toBeVisible()
  })

  it('stays on its way when a quick look is got beside it', async () => {
    const { app, card } = await setup({ downloadTime: HOUR_MS })
    void app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
    await card.getByRole('button', { name: /^Quick look/ }).click()
    await expect
      .poll(() => app.store.getState().model)
      .toMatchObject({
        kind: 'loading',
        choice: { source: { id: DEFAULT_HUB_ID } },
        meanwhile: { choice: { source: { id: QUICK_LOOK_ID } } },
      })
  })
})
