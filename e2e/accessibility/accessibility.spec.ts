import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { COLOURS } from '../../src/testing/axe-rules.ts'
import { axeViolations } from './axe-violations.ts'
import { test as installedTest } from '../support/installed-test.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { phoneWalk, walks, type Walk } from './screens.ts'
import { obscuredByTab, smallTargets } from './target-checks.ts'
import { test } from '../support/test.ts'

/** The size of targets; Tab leads to nothing that is covered. */
const expectWithinReach = async ({ page }: AppPage, { dragging = false } = {}): Promise<void> => {
  expect(await smallTargets(page), 'targets below 24 px').toEqual([])
  if (!dragging) expect(await obscuredByTab(page, 12), 'covered by something').toEqual([])
}

/** Axe in light and in dark, where only colours differ. */
const expectAccessible = async ({ page }: AppPage): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await axeViolations(page), 'light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeViolations(page, COLOURS), 'dark').toEqual([])
}

/**
 * Our own checks on every screen, where the built page lays it out. Axe looks at each screen in the gallery
 * (`src/testing/gallery/gallery.test.ts`); here, once a walk, at what the build makes of it.
 */
const goThrough = async (app: AppPage, { start, screens }: Walk): Promise<void> => {
  await start(app)
  for (const { screen, reach, leave, dragging } of screens)
    await test.step(screen, async () => {
      await reach?.(app)
      await app.whenIdle()
      await expectWithinReach(app, { dragging })
      if (screen === screens.at(-1)?.screen) await expectAccessible(app)
      await leave?.(app)
    })
}

for (const walk of walks)
  test(`axe and our own checks find nothing on ${walk.walk}, light or dark`, ({ app }) =>
    goThrough(app, walk))

installedTest('they find nothing beside the notice of a new version', async ({ installed }) => {
  const app = await installed.visit()
  await installed.site.deploy('B')
  await app.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await expect(app.page.getByRole('button', { name: 'Reload now' })).toBeVisible()
  await expectAccessible(app)
  await expectWithinReach(app)
})

test.describe('on a screen 360 px wide', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('they find nothing on what only a phone has', ({ app }) => goThrough(app, phoneWalk))

  test('pictures are added, tags edited and results read, and nothing scrolls sideways', async ({ app }) => {
    const { page } = app
    const expectNoSidewaysScroll = async () => {
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll).toBeLessThanOrEqual(client)
    }
    await app.open()
    await app.loadModel('test/colours', 'wasm')
    await expectNoSidewaysScroll()

    await page.getByRole('button', { name: /^Tags/ }).tap()
    await app.tags.replace(['red', 'green', 'blue'])
    await expectNoSidewaysScroll()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Add pictures' }).tap()
    await app.pickPictures([plainPicture('green')], () =>
      page.getByRole('menuitem', { name: 'Choose files' }).tap(),
    )
    await app.expectBest('green')
    await app.whenIdle()
    await expectNoSidewaysScroll()
    expect(await axeViolations(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  })
})
