import path from 'node:path'
import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import type { LateStep } from './late-step.ts'

/** Drops folders of `public` as the system does: the page gets handles of them. */
const dropFolders = async ({ page }: AppPage, ...names: readonly string[]) => {
  const devtools = await page.context().newCDPSession(page)
  const files = names.map((name) => path.join(import.meta.dirname, '../../public', name))
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      ...{ type, x: 600, y: 400 },
      data: { items: [], files, dragOperationsMask: 1 },
    })
}

/** After menus have come, of which one offers it. */
export const chosenFolder: LateStep = {
  name: 'a folder that is chosen',
  press: async ({ page }) => {
    // No test can answer Chromium's own picker: this one is closed at once.
    await page.evaluate(() => {
      const showDirectoryPicker = () => {
        document.documentElement.dataset.picker = 'asked'
        return Promise.reject(new DOMException('closed', 'AbortError'))
      }
      Object.assign(window, { showDirectoryPicker })
    })
    await page.getByRole('button', { name: 'More ways to add pictures' }).click()
    await page.getByRole('menuitem', { name: 'Choose folder' }).click()
  },
  happened: ({ page }) => expect(page.locator('html')).toHaveAttribute('data-picker', 'asked'),
}

/** Ways in for pictures that take code of their own. */
export const waysIn: readonly LateStep[] = [
  {
    name: 'a folder that is dropped',
    press: (app) => dropFolders(app, 'samples'),
    happened: (app) => expect(app.picture('red-car.png')).toBeVisible(),
  },
  {
    name: 'a picture of another site',
    press: ({ page }) =>
      page.evaluate(() => {
        const clipboardData = new DataTransfer()
        // Nothing of the network: what reads it is another part than what asks.
        clipboardData.setData('text/plain', 'data:image/png;base64,AAAA')
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      }),
    happened: (app) => app.expectStatus(/ · 1 failed$/),
  },
]
