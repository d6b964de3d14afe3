import { expect, type TestInfo } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { axeViolations } from './axe-violations.ts'
import { test as installedTest } from './installed-test.ts'
import { plainPicture } from './make-pictures.ts'
import { phoneScreens, screens } from './screens.ts'
import { obscuredByTab, smallTargets } from './target-checks.ts'
import { test } from './test.ts'

const themes = ['light', 'dark'] as const

/** Axe in both themes, since colours differ, and the size of targets. */
const expectAccessible = async (app: AppPage, info: TestInfo): Promise<void> => {
  for (const colorScheme of themes) {
    await app.page.emulateMedia({ colorScheme })
    await app.page.screenshot({ path: info.outputPath(`${colorScheme}.png`) })
    expect(await axeViolations(app.page), colorScheme).toEqual([])
  }
  expect(await smallTargets(app.page), 'targets below 24 px').toEqual([])
}

/** Tab leads to nothing that is covered. */
const expectNothingCovered = async (app: AppPage): Promise<void> => {
  expect(await obscuredByTab(app.page, 12), 'covered by something').toEqual([])
}

for (const { screen, reach, dragging } of screens) {
  test(`axe and our own checks find nothing on ${screen}, light or dark`, async ({ app }, info) => {
    await reach(app)
    await app.whenIdle()
    await expectAccessible(app, info)
    if (!dragging) await expectNothingCovered(app)
  })
}

installedTest('they find nothing beside the notice of a new version', async ({ installed }, info) => {
  const app = await installed.visit()
  installed.site.deploy('B')
  await app.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await expect(app.page.getByRole('button', { name: 'Reload now' })).toBeVisible()
  await expectAccessible(app, info)
  await expectNothingCovered(app)
})

test.describe('on a screen 360 px wide', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  for (const { screen, reach } of phoneScreens) {
    test(`they find nothing on ${screen}`, async ({ app }, info) => {
      await reach(app)
      await expectAccessible(app, info)
      await expectNothingCovered(app)
    })
  }

  test('pictures are added, tags edited and results read, and nothing scrolls sideways', async ({
    app,
  }, info) => {
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
    await page.screenshot({ path: info.outputPath('empty.png') })

    await page.getByRole('button', { name: /^Tags/ }).tap()
    await app.tags.replace(['red', 'green', 'blue'])
    await expectNoSidewaysScroll()
    await page.screenshot({ path: info.outputPath('tags.png') })
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Add pictures' }).tap()
    await app.pickPictures([plainPicture('green')], () =>
      page.getByRole('menuitem', { name: 'Choose files' }).tap(),
    )
    await app.expectBest('green')
    await app.whenIdle()
    await expectNoSidewaysScroll()
    await page.screenshot({ path: info.outputPath('result.png') })
    expect(await axeViolations(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
  })
})
