import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { hears, tryAgain, type LateStep } from './late-step.ts'

/** Loads a model as a program does, and notes what becomes of it. */
const loadColours = (app: AppPage) =>
  app.page.evaluate(async (baseUrl) => {
    document.documentElement.dataset.heard = await window.taglens.loadModel({ baseUrl, device: 'wasm' }).then(
      () => 'loaded',
      (error: unknown) => (error as { readonly code: string }).code,
    )
  }, app.modelUrl('test/colours'))

/** The first model that is no part of the app. */
export const firstModel: LateStep = {
  name: 'the strip of a model on its way, and the check of one that brings no vectors to be held to',
  press: loadColours,
  failed: async (app) => {
    await hears(app, 'PART_NOT_LOADED')
    await expect(tryAgain(app.page).last()).toBeVisible()
  },
  again: async (app) => {
    for (const again of (await tryAgain(app.page).all()).reverse()) await again.click()
    await loadColours(app)
  },
  happened: async (app) => {
    await hears(app, 'loaded')
    await expect(tryAgain(app.page)).toHaveCount(0)
  },
}

const exportModel = (app: AppPage) =>
  app.page.getByRole('button', { name: /^Export .* as one file$/ }).click()

/** What takes stored models elsewhere, and one's own in. */
export const modelAsFile: LateStep = {
  name: 'a model as one file',
  press: async (app) => {
    await app.page.getByRole('button', { name: /^Model:/ }).click()
    await app.page.getByRole('radio', { name: 'On this device' }).check()
    await exportModel(app)
  },
  failed: ({ page }) => expect(page.getByText('PART_NOT_LOADED')).toBeVisible(),
  again: async (app) => {
    const panel = app.page.getByRole('dialog', { name: 'Model' })
    await panel.getByRole('button', { name: 'Dismiss', exact: true }).click()
    app.page.once('download', () => void app.page.evaluate(() => (document.title = 'Packed')))
    await exportModel(app)
  },
  happened: ({ page }) => expect(page).toHaveTitle('Packed'),
  leave: ({ page }) => page.keyboard.press('Escape'),
}
