import { expect } from 'vitest'
import { launch, openIn, test } from './test.ts'

test('parts that are missing are loaded at another try, of the page and of its workers', async ({
  hub,
  site,
}) => {
  // Else it would have them all.
  const browser = await launch({ 'dom.serviceWorkers.enabled': false })
  const app = await openIn(await browser.createBrowserContext(), `${site.url}?model=none`, hub, [])
  await app.whenReady()
  const load = () =>
    app.loadFromHub('test/colours').then(
      () => 'done',
      (error: unknown) => String(error),
    )

  await site.deploy('B')
  await app.click('button[aria-label="Keys"]')
  await app.expectText('A part of the page could not be loaded.')
  await app.expectText('Reload now')
  expect(await load()).toContain('A part of the page could not be loaded')

  await site.deploy('A')
  // Of the keys, and of the strip that tells of the model.
  await app.page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button')]
    for (const button of buttons.reverse()) if (button.innerText.startsWith('Try again')) button.click()
  })
  await app.find('[role=dialog]')
  expect(await load()).toBe('done')
  await browser.close()
})
