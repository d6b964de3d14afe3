import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { hears, type LateStep } from './late-step.ts'

/** Asks as a program does, which writes down what it hears. */
const askAsProgram = ({ page }: AppPage) =>
  page.evaluate(async () => {
    document.documentElement.dataset.heard = await window.taglens.classifiers.list().then(
      () => 'listed',
      (error: unknown) => (error as { readonly code: string }).code,
    )
  })

/** What a classifier of one's own takes; left as it was found. */
export const ownClassifier: readonly LateStep[] = [
  {
    name: 'what says what a picture is, and what learns from it',
    press: async (app) => {
      await app.choosePicture('red.png')
      await app.page.getByRole('button', { name: 'Say what it is' }).click()
    },
    happened: ({ page }) => expect(page.getByRole('button', { name: 'red, 0 examples' })).toBeVisible(),
  },
  {
    name: 'how good a classifier is',
    press: async (app) => {
      const { page } = app
      await page.getByRole('button', { name: 'red, 0 examples' }).click()
      await app.choosePicture('blue.png')
      await page.getByRole('button', { name: 'blue, 0 examples' }).click()
      await page.getByRole('button', { name: 'How good is it?' }).click()
    },
    happened: ({ page }) =>
      expect(page.getByRole('dialog', { name: 'How good your classifier is' })).toBeVisible(),
    leave: async (app) => {
      const { page } = app
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'blue, 1 example' }).click()
      await app.choosePicture('red.png')
      await page.getByRole('button', { name: 'red, 1 example' }).click()
      await page.getByRole('button', { name: 'Say what it is' }).click()
    },
  },
  {
    name: 'how far a model agrees',
    press: async ({ page }) => {
      await page.getByRole('grid', { name: 'Pictures' }).focus()
      await page.keyboard.press('x')
      await page.getByRole('button', { name: '1 decided' }).click()
    },
    happened: ({ page }) =>
      expect(page.getByRole('dialog', { name: 'How far the model agrees with you' })).toBeVisible(),
    leave: async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.getByRole('grid', { name: 'Pictures' }).focus()
      await page.keyboard.press('u')
    },
  },
  {
    name: 'a program that asks for classifiers',
    press: askAsProgram,
    failed: (app) => hears(app, 'PART_NOT_LOADED'),
    again: askAsProgram,
    happened: (app) => hears(app, 'listed'),
  },
]
