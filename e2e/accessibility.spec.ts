import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { gradientPicture, plainPicture } from './make-pictures.ts'
import type { AppPage } from './app-page.ts'
import { test } from './test.ts'

const OPTIONS: RunOptions = {
  /** WCAG 2.2 to AA, and what axe calls best practice. */
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const results = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    OPTIONS,
  )
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const states: readonly { state: string; reach: (app: AppPage) => Promise<unknown> }[] = [
  { state: 'the first visit', reach: (app) => app.openAsVisitor() },
  { state: 'an empty page without a model', reach: (app) => app.open() },
  {
    state: 'one picture with its ranking',
    reach: async (app) => {
      await app.start(['red', 'blue', 'a long tag that says rather more than it would need to say'])
      await app.dropPictures([gradientPicture('red', 'blue', 'both.png')])
      await app.expectBest('red')
    },
  },
  {
    state: 'a grid with results',
    reach: async (app) => {
      await app.start(['red', 'green', 'blue'])
      await app.dropPictures([plainPicture('red'), plainPicture('green'), plainPicture('blue')])
      await app.expectBestTag('blue.png', 'blue')
    },
  },
  {
    state: 'the model’s details',
    reach: async (app) => {
      await app.open()
      await app.loadModel('test/colours', 'wasm')
      await app.page.getByRole('button', { name: /^Model/ }).click()
      await expect(app.page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    state: 'the privacy dialog with its log and a report',
    reach: async (app) => {
      await app.open()
      await app.loadModel('test/colours', 'wasm')
      await app.page.getByRole('button', { name: 'Privacy' }).click()
      await app.page.getByText('Latest requests').click()
      await app.page.getByRole('button', { name: 'Show the report' }).click()
      await expect(app.page.getByRole('button', { name: 'Copy the report' })).toBeVisible()
    },
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { state, reach } of states) {
    test(`axe finds nothing on ${state}, ${colorScheme}`, async ({ app }, info) => {
      await app.page.emulateMedia({ colorScheme })
      await reach(app)
      await app.whenIdle()
      await app.page.screenshot({ path: info.outputPath('screen.png') })
      expect(await violations(app.page)).toEqual([])
    })
  }
}

test.describe('on a screen 360 px wide', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

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
    expect(await violations(page)).toEqual([])
  })
})
