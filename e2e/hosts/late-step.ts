import { expect, type Locator, type Page } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'

/** Something that a person, or another program, asks for and that takes code which the page does not begin with. */
export interface LateStep {
  readonly name: string
  press(app: AppPage): Promise<unknown>
  /** Waits until the asker knows that it failed. Without it a button offers another try. */
  readonly failed?: (app: AppPage) => Promise<unknown>
  /** Asks once more, where no button does. */
  readonly again?: (app: AppPage) => Promise<unknown>
  /** How often it fails while each try finds what the one before has missed; once is usual. */
  readonly failures?: number
  /** Waits until it has happened. */
  happened(app: AppPage): Promise<unknown>
  /** Puts away what it has opened. */
  leave?(app: AppPage): Promise<unknown>
}

/** What is offered wherever something failed, in the languages that are walked through. */
export const tryAgain = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Try again|Intentar de nuevo)$/ })

/** Waits until a program, which keeps what it hears in the page, has heard this. */
export const hears = ({ page }: AppPage, what: string | RegExp) =>
  expect(page.locator('html')).toHaveAttribute('data-heard', what)

/** Waits until added pictures are ranked and nothing offers another try, then takes them back. */
export const picturesTakenBack: Pick<LateStep, 'happened' | 'leave'> = {
  happened: async (app) => {
    await app.whenIdle()
    await expect(tryAgain(app.page)).toHaveCount(0)
  },
  leave: async ({ page }) => {
    await page.getByRole('grid', { name: 'Pictures' }).focus()
    await page.keyboard.press('ControlOrMeta+Z')
  },
}
