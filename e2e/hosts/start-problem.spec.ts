import { expect, test } from '@playwright/test'

test('without JavaScript the page says what it needs', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(baseURL!)
  // Playwright looks for no text in `noscript`.
  const said = page.locator('noscript p[lang=en]')
  await expect(said).toHaveText(/Taglens needs JavaScript/)
  await expect(said).toBeInViewport()
  await page.close()
})

test('a browser that lacks what the engine runs on is told which ones have it', async ({ page }) => {
  // What iPhones in lockdown mode do.
  await page.addInitScript('delete globalThis.WebAssembly')
  await page.addInitScript("Object.defineProperty(window, 'isSecureContext', { value: false })")
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('Firefox 115, Safari 16.4, or newer')
  await expect(page.getByText('A part of the page has not arrived.')).toBeHidden()
  await expect(page.getByText('Open Taglens with https or on localhost.')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('a script that does not arrive leads to another try, in the language of the browser', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ locale: 'es-ES' })
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.goto(baseURL!)
  await expect(page.getByRole('alert')).toContainText('Una parte de la página no ha llegado.')
  await page.unroute('**/assets/index-*.js')
  await page.getByRole('link', { name: 'Cargar de nuevo' }).click()
  await expect(page.getByRole('heading', { name: 'Taglens' })).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
  await page.close()
})

test('a script that fails before anything is drawn is no empty page', async ({ page }) => {
  await page.addInitScript(() => {
    window.URLSearchParams = class extends URLSearchParams {
      constructor() {
        super()
        throw new Error('as in a browser that we do not know')
      }
    }
  })
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('Something went wrong before the page was drawn.')
  await expect(page.getByText('plain http')).toBeHidden()
})
