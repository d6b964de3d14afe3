import type { LateStep } from './late-step.ts'

/** Ways in for pictures that take code of their own; what walks folders comes with what takes files in. */
export const waysIn: readonly LateStep[] = [
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
