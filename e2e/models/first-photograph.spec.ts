import { expect, type Locator } from '@playwright/test'
import { DEFAULT_HUB_ID } from '../../src/core/model/catalogue/model-names.ts'
import type { AppPage } from '../support/app-page.ts'
import { gradientPicture } from '../support/make-pictures.ts'
import { layBeside } from '../support/model-beside.ts'
import { test } from '../support/test.ts'

/** No two neighbours of it are alike, as in a photograph. */
const photograph = gradientPicture('red', 'blue', 'photograph.png')

const VISION = 'onnx/vision_model.onnx'

test.afterEach(({ hub }) => {
  hub.setFaults([])
})

const ranking = ({ page }: AppPage): Locator => page.getByRole('region', { name: 'Ranking' })
const strip = (app: AppPage): Locator => ranking(app).getByRole('region', { name: 'Model', exact: true })
const button = (place: Locator, name: string | RegExp): Locator =>
  place.getByRole('button', { name, exact: typeof name === 'string' })

/** Opens the app on Mini, with the tests' hub in place of the real one. */
const openOnMini = async (app: AppPage, host: string): Promise<void> => {
  const { page } = app
  await app.openAsVisitor()
  await page.getByRole('button', { name: /^Model:/ }).click()
  await page.getByRole('radio', { name: 'Choose', exact: true }).check()
  await page.locator('summary', { hasText: 'Host' }).click()
  await page.getByRole('textbox', { name: 'Where models of the hub come from' }).fill(host)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.keyboard.press('Escape')
  await app.tags.replace(['red', 'green'])
}

/** Drops a photograph; the ranking's column then offers a model for it. */
const dropPhotograph = async (app: AppPage, name: string | RegExp = /^Get CLIP ViT-B\/32, \d+ MB$/) => {
  await app.dropPictures([photograph])
  const offer = button(ranking(app), name)
  await expect(offer).toBeEnabled()
  return offer
}

test('a photograph is one press from a ranking that means something', async ({ app, hub }) => {
  await openOnMini(app, hub.origin)
  hub.setFaults([{ path: VISION, mishap: { kind: 'stall', after: 100 }, times: 2 }])
  const offer = await dropPhotograph(app)
  await expect(
    ranking(app).getByText(/^From localhost:\d+, licence MIT\. Your pictures stay here\.$/),
  ).toBeVisible()
  await offer.click()

  // No second question: it comes, and can be put off.
  await expect(strip(app).getByText(/B of .*kB/)).toBeVisible()
  await button(strip(app), 'Pause').click()
  await expect(strip(app).getByText(/^Paused at/)).toBeVisible()
  await button(strip(app), 'Resume').click()

  // Meanwhile a small model answers, by labels of its own.
  await button(strip(app), /^Quick look, /).click()
  await expect(strip(app)).toContainText('names things by its own thousand labels, not by your tags')
  await expect(app.page.getByRole('list', { name: 'Categories, best first' })).toBeVisible()

  // It stands still, which is said within seconds, with the ways on.
  await expect(strip(app).getByText(/^localhost:\d+ sends nothing just now$/)).toBeVisible()
  for (const way of ['A mirror', 'From this device', 'Beside the app'])
    await expect(strip(app)).toContainText(way)
  await button(strip(app), 'Retry').click()

  await expect(strip(app).getByText('Colour model is ready. Pictures are ranked by it now.')).toBeVisible()
  await app.expectBest('red')
  await button(strip(app), 'Use it').click()
  await expect(strip(app)).toBeHidden()
  await app.page.locator('summary', { hasText: 'Template' }).click()
  await expect(app.page.getByRole('textbox', { name: 'One or several, a line each' })).toHaveValue(
    'a photo of a {}',
  )
})

test('after a quick look, a reload keeps the download in view, to go on with', async ({ app, hub }) => {
  await openOnMini(app, hub.origin)
  hub.setFaults([{ path: VISION, mishap: { kind: 'stall', after: 100 } }])
  const offer = await dropPhotograph(app)
  await offer.click()
  await expect(strip(app).getByText(/B of .*kB/)).toBeVisible()
  await button(strip(app), /^Quick look, /).click()
  await expect(app.page.getByRole('list', { name: 'Categories, best first' })).toBeVisible()

  hub.setFaults([])
  await app.page.reload()
  await expect(strip(app).getByText(/^Paused at/)).toBeVisible()
  await button(strip(app), 'Resume').click()
  await expect(strip(app).getByText('Colour model is ready. Pictures are ranked by it now.')).toBeVisible()
})

test('where the hub says nothing there are other ways, the airplane switch says just that, and after a reload no verdict comes before the model', async ({
  app,
  hub,
}) => {
  const { page } = app
  await openOnMini(app, hub.origin)
  await test.step('a hub that says nothing, until that is put away', async () => {
    hub.setFaults([{ path: '', mishap: { kind: 'silent' } }])
    await (await dropPhotograph(app)).click()
    await expect(strip(app)).toContainText(/localhost:\d+ gives no answer/, { timeout: 8000 })
    for (const way of ['A mirror', 'From this device', 'Beside the app'])
      await expect(strip(app)).toContainText(way)

    // The card of the panel says the same, and leads to the mirror.
    await button(strip(app), 'Host').click()
    const panel = page.getByRole('dialog', { name: 'Model' })
    await expect(panel.getByText(/gives no answer/)).toBeVisible()
    const host = panel.getByRole('textbox', { name: 'Where models of the hub come from' })
    await expect(host).toBeFocused()
    await expect(host).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')

    hub.setFaults([])
    await button(strip(app), 'Dismiss').click()
    await expect(strip(app)).toBeHidden()
    await expect(button(ranking(app), /^Get CLIP/)).toBeVisible()
  })
  await test.step('the switch, and on when it is turned off', async () => {
    await page.getByRole('button', { name: /^Privacy/ }).click()
    await page.getByRole('checkbox', { name: /^Airplane switch/ }).check()
    await page.keyboard.press('Escape')
    const since = hub.requests.length
    await app.dropPictures([gradientPicture('red', 'blue', 'another.png')])
    // With several pictures it stands once, above them.
    const pictures = page.getByRole('region', { name: 'Pictures' })
    const offer = button(pictures, 'Turn off and go on')
    await expect(offer).toBeEnabled()
    await expect(pictures.getByText(/^The airplane switch is on: no other host is asked\./)).toBeVisible()
    expect(hub.requests.length).toBe(since)
    await offer.click()
    await app.expectBest('red')
    await expect(page.getByRole('button', { name: 'Privacy', exact: true })).toBeVisible()
  })
  await test.step('a reload', async () => {
    await page.addInitScript(() => {
      const said: string[] = []
      Object.assign(window, { said })
      new MutationObserver(() => said.push(document.querySelector('body')?.innerText ?? '')).observe(
        document,
        {
          subtree: true,
          childList: true,
          characterData: true,
        },
      )
    })
    await page.reload()
    await app.expectBest('red')
    const said = await page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said)
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((text) => /cannot tell|reads drawings only|needs a photo model/.test(text))).toEqual(
      [],
    )
  })
})

test('a model beside the app answers by its vision tower alone, and no other host is asked', async ({
  app,
  hub,
}) => {
  const beside = await layBeside(app.page, DEFAULT_HUB_ID, ['red', 'green'])
  try {
    await openOnMini(app, hub.origin)
    const since = hub.requests.length
    const asked: string[] = []
    app.page.context().on('request', (request) => asked.push(request.url()))
    await (await dropPhotograph(app, /^Get CLIP ViT-B\/32, /)).click()
    // The text tower is held back: what it makes of these tags lies beside it.
    await app.expectBest('red')
    await expect(strip(app).getByText('The part that reads new tags is still coming.')).toBeVisible()

    // A tag that was not known beforehand waits for it, and the others stay ranked.
    await app.tags.add('blue')
    await expect(strip(app).getByText(/The newest tags wait for it\.$/)).toBeVisible()
    await app.expectBest('red')
    await expect(ranking(app).getByRole('listitem')).toHaveCount(2)
    beside.releaseText()
    await expect(ranking(app).getByRole('listitem')).toHaveCount(3)
    await expect(strip(app).getByText(/The part that reads new tags/)).toBeHidden()

    expect(hub.requests.length).toBe(since)
    const own = new URL(app.page.url()).origin
    expect(asked.filter((url) => url.startsWith('http') && new URL(url).origin !== own)).toEqual([])
  } finally {
    await beside.remove()
  }
})
