import { expect, type Locator } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { ownClassifier } from './late-classifier.ts'
import { firstModel, modelAsFile } from './late-models.ts'
import { hears, tryAgain, type LateStep } from './late-step.ts'
import { ofLists } from './late-lists.ts'
import { waysIn } from './late-ways-in.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { zipOf } from '../support/zip-of.ts'

const escape = ({ page }: AppPage) => page.keyboard.press('Escape')

const button = ({ page }: AppPage, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** Opens a menu and takes a line of it. */
const choose = async (app: AppPage, menu: string, line: string | RegExp): Promise<void> => {
  await button(app, menu).click()
  await app.page.locator('[role^=menuitem]').filter({ hasText: line }).first().click()
}

const dialog = (name: string, press: LateStep['press']): LateStep => ({
  name: `the dialog ${name}`,
  press,
  happened: ({ page }) => expect(page.getByRole('dialog', { name })).toBeVisible(),
  leave: escape,
})

/** A message of another program, which keeps the answer. */
const send = ({ page }: AppPage, target: 'window' | 'service worker', data: object) =>
  page.evaluate(
    ([at, sent]) => {
      const { port1, port2 } = new MessageChannel()
      delete document.documentElement.dataset.heard
      port2.onmessage = (event: MessageEvent<unknown>) => {
        document.documentElement.dataset.heard = JSON.stringify(event.data)
      }
      port1.close = () => {
        document.documentElement.dataset.heard = 'closed'
      }
      if (at === 'window')
        dispatchEvent(
          new MessageEvent('message', { data: sent, origin: 'https://other.example', source: port1 }),
        )
      else navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: sent, ports: [port1] }))
    },
    [target, data] as const,
  )

const message = (
  name: string,
  target: 'window' | 'service worker',
  data: object,
  refusal: RegExp,
  answer: RegExp,
): LateStep => {
  const press = (app: AppPage) => send(app, target, data)
  return {
    name,
    press,
    failed: (app) => hears(app, refusal),
    again: press,
    happened: (app) => hears(app, answer),
  }
}

const language = (menu: string, line: string, code: string): LateStep => ({
  name: `the language ${line}`,
  press: (app) => choose(app, menu, line),
  happened: ({ page }) => expect(page.locator('html')).toHaveAttribute('lang', code),
})

const templateField = ({ page }: AppPage) =>
  page.getByRole('textbox', { name: 'One or several, a line each' })

/** All of them, in an order in which each can follow the one before. */
export const lateSteps: readonly LateStep[] = [
  {
    name: 'the model of a link',
    press: ({ page }) => page.goto('./?model=none&clipModel=owner/name'),
    happened: ({ page }) => expect(page.getByText(/^The link asks for the model/)).toBeVisible(),
  },
  firstModel,
  {
    name: 'the pictures',
    press: async (app) => {
      await app.tags.replace(['red', 'blue'])
      await app.dropPictures([plainPicture('red'), plainPicture('blue')])
    },
    // What takes files in, then what shows pictures.
    failures: 2,
    happened: (app) => app.expectBestTag('red.png', 'red'),
  },
  {
    name: 'an archive',
    press: async (app) =>
      app.dropPictures([
        await zipOf('trip.zip', [plainPicture('green'), { ...plainPicture('red'), name: 'a.txt' }]),
      ]),
    happened: (app) => expect(app.picture('green.png')).toBeVisible(),
  },
  ...waysIn,
  dialog('Files left out', (app) => button(app, 'Show which').click()),
  {
    name: 'the scores behind a ranking',
    press: async (app) => {
      await app.choosePicture('red.png')
      await app.page.locator('summary', { hasText: 'Details' }).click()
    },
    happened: ({ page }) => expect(page.getByRole('columnheader', { name: 'Cosine' })).toBeVisible(),
  },
  ...ownClassifier,
  dialog('Commands', ({ page }) => page.keyboard.press('ControlOrMeta+K')),
  dialog('Keys', (app) => button(app, 'Keys').click()),
  dialog('Privacy', (app) => button(app, 'Privacy').click()),
  {
    name: 'the report of a problem',
    press: async (app) => {
      await button(app, 'Privacy').click()
      await button(app, 'Show the report').click()
    },
    happened: ({ page }) => expect(page.getByText(/^Taglens \d.*, commit /)).toBeVisible(),
    leave: escape,
  },
  dialog('Model', (app) => button(app, /^Model/).click()),
  dialog('Measure this machine', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('option', { name: 'Measure this machine' }).click()
  }),
  modelAsFile,
  {
    name: 'a menu',
    press: (app) => button(app, 'Sort').click(),
    happened: ({ page }) => expect(page.getByRole('menu')).toBeVisible(),
    leave: escape,
  },
  dialog('Live', (app) => choose(app, 'More ways to add pictures', 'Live')),
  dialog('Your tag sets', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('option', { name: 'Your sets…' }).click()
  }),
  {
    name: 'a file of results',
    press: async (app) => {
      app.page.once('download', () => void app.page.evaluate(() => (document.title = 'Saved')))
      await choose(app, 'Save the results of all pictures', 'Table')
    },
    happened: ({ page }) => expect(page).toHaveTitle('Saved'),
  },
  {
    name: 'a Python job',
    press: async (app) => {
      app.page.once('download', () => void app.page.evaluate(() => (document.title = 'Job')))
      await app.page.keyboard.press('ControlOrMeta+K')
      await app.page.getByRole('option', { name: 'Save as a Python job' }).click()
    },
    happened: ({ page }) => expect(page).toHaveTitle('Job'),
  },
  {
    name: 'an image of a result',
    press: (app) => choose(app, 'Copy in another form', 'As an image'),
    happened: ({ page }) => expect(page.getByText(/^(Copied|Saved as a file)$/)).toBeVisible(),
  },
  {
    name: 'what a template is made with',
    press: (app) => app.page.locator('summary', { hasText: 'Template' }).click(),
    happened: (app) => expect(templateField(app)).toBeVisible(),
  },
  ...ofLists,
  {
    name: 'a long list of tags',
    press: (app) => app.tags.paste(Array.from({ length: 70 }, (_, i) => `tag ${i}`).join('\n')),
    happened: (app) => expect(app.tags.button('tag 1')).toBeVisible(),
  },
  {
    name: 'the labels of a classifier',
    press: (app) => app.loadModel('test/imagenet-colors', 'wasm'),
    // Of two columns each fails, and comes, by itself.
    failed: ({ page }) => expect(tryAgain(page)).toHaveCount(2),
    happened: async ({ page }) => {
      await expect(page.getByRole('list', { name: 'Categories', exact: true })).toBeVisible()
      await expect(page.getByText('sports car, 99 percent')).toBeVisible()
    },
  },
  message(
    'a message of another site',
    'window',
    { taglens: 1, id: 1, method: 'model' },
    /PART_NOT_LOADED/,
    /ORIGIN_NOT_ALLOWED/,
  ),
  message(
    'a request of the hosted API',
    'service worker',
    { kind: 'hosted-hello', task: 'zero-shot' },
    // Such a page is passed over.
    /^closed$/,
    /"kind":"readiness"/,
  ),
  language('Language', 'Español', 'es'),
  language('Idioma', 'العربية', 'ar'),
]
