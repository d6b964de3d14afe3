import path from 'node:path'
import { expect } from '@playwright/test'
import type { LateStep } from './late-step.ts'

/** Ways in for pictures that take code of their own. */
export const waysIn: readonly LateStep[] = [
  {
    name: 'a folder that is dropped',
    press: async ({ page }) => {
      const devtools = await page.context().newCDPSession(page)
      const samples = path.join(import.meta.dirname, '../../public/samples')
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devtools.send('Input.dispatchDragEvent', {
          ...{ type, x: 600, y: 400 },
          data: { items: [], files: [samples], dragOperationsMask: 1 },
        })
    },
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
    failures: 2,
    happened: (app) => app.expectStatus(/ · 1 failed$/),
  },
  {
    name: 'a picture dragged from another tab',
    press: async ({ page }) => {
      const dataTransfer = await page.evaluateHandle(() => {
        const data = new DataTransfer()
        data.setData('text/html', '<b>dragged</b>')
        data.setData('text/plain', 'dragged')
        return data
      })
      await page.dispatchEvent('body', 'drop', { dataTransfer })
    },
    happened: (app) => expect(app.tags.button('dragged')).toBeVisible(),
  },
]
