import { expect } from '@playwright/test'
import { manyPictures } from '../support/make-pictures.ts'
import { picturesTakenBack, type LateStep } from './late-step.ts'

/** What comes with many pictures, and with the wish to say when a tag fits them. */
export const ofLists: readonly LateStep[] = [
  {
    name: 'what decides on answers',
    press: ({ page }) => page.locator('summary', { hasText: 'Scoring' }).click(),
    happened: ({ page }) => expect(page.getByRole('slider', { name: 'Temperature' })).toBeVisible(),
  },
  {
    name: 'the scores of a tag',
    press: ({ page }) => page.locator('summary', { hasText: 'Scores' }).click(),
    happened: ({ page }) => expect(page.getByRole('slider', { name: /^Least score of/ })).toBeVisible(),
  },
  {
    name: 'a large picture',
    press: async ({ page }) => {
      await page.getByRole('grid', { name: 'Pictures' }).focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Space')
    },
    happened: ({ page }) => expect(page.getByRole('group', { name: 'Large picture' })).toBeVisible(),
    leave: ({ page }) => page.getByRole('button', { name: 'All pictures', exact: true }).click(),
  },
  {
    name: 'what an answer hangs on',
    press: ({ page }) => page.getByRole('button', { name: 'See why' }).click(),
    happened: ({ page }) =>
      expect(page.getByRole('group', { name: 'What the answer hangs on' })).toBeVisible(),
    leave: ({ page }) => page.getByRole('button', { name: 'See why' }).click(),
  },
  {
    name: 'a long list of pictures',
    press: (app) => app.dropPictures(manyPictures(45)),
    ...picturesTakenBack,
  },
  {
    name: 'suggested tags',
    press: ({ page }) => page.getByRole('button', { name: 'Suggest tags' }).click(),
    happened: ({ page }) => expect(page.getByRole('region', { name: 'Suggested tags' })).toBeVisible(),
    leave: ({ page }) => page.getByRole('button', { name: 'Suggest tags' }).click(),
  },
  {
    name: 'pictures that are here twice',
    press: ({ page }) => page.getByRole('tab', { name: 'Duplicates' }).click(),
    happened: ({ page }) => expect(page.getByRole('tabpanel', { name: 'Duplicates' })).toBeVisible(),
    leave: ({ page }) => page.getByRole('tab', { name: 'Grid' }).click(),
  },
  {
    name: 'two answers side by side',
    press: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+K')
      await page.getByRole('option', { name: 'Compare with another wording or model…' }).click()
    },
    happened: ({ page }) => expect(page.getByRole('region', { name: 'Figures' })).toBeVisible(),
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'a range of scores',
    press: async ({ page }) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
      await page.getByRole('menuitem', { name: 'By score…' }).click()
    },
    happened: ({ page }) => expect(page.getByRole('region', { name: 'Only these scores' })).toBeVisible(),
    leave: ({ page }) => page.getByRole('button', { name: 'Close', exact: true }).click(),
  },
  {
    name: 'the field for words',
    press: ({ page }) => page.getByRole('button', { name: 'Search by words' }).click(),
    happened: ({ page }) => expect(page.getByRole('textbox', { name: 'Search by words' })).toBeVisible(),
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
]
