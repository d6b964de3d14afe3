import { expect, type Locator } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { plainPicture } from './make-pictures.ts'

/** Something that a person, or another program, asks for and that takes code which the page does not begin with. */
export interface LateStep {
  readonly name: string
  press(app: AppPage): Promise<unknown>
  /** Waits until it has happened. */
  happened(app: AppPage): Promise<unknown>
  /** Waits until whoever asked knows that it failed, and asks once more. Without it a button says so. */
  askAgain?(app: AppPage): Promise<unknown>
  /** Whether other steps build on it. */
  readonly isPrepared?: true
  /** Puts away what it has opened. */
  leave?(app: AppPage): Promise<unknown>
}

const escape = ({ page }: AppPage) => page.keyboard.press('Escape')

const button = ({ page }: AppPage, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** Opens a menu, unless it is open still, and takes a line of it. */
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

/** A message of another program; what it hears in answer is kept. */
const message = (
  name: string,
  target: 'window' | 'service worker',
  data: object,
  answer: RegExp,
): LateStep => {
  const press = ({ page }: AppPage) =>
    page.evaluate(
      ([at, sent]) => {
        const { port1, port2 } = new MessageChannel()
        port2.onmessage = (event: MessageEvent<unknown>) => {
          document.documentElement.dataset.heard = JSON.stringify(event.data)
        }
        delete document.documentElement.dataset.heard
        if (at === 'window')
          dispatchEvent(
            new MessageEvent('message', { data: sent, origin: 'https://other.example', source: port1 }),
          )
        else
          navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: sent, ports: [port1] }))
      },
      [target, data] as const,
    )
  const hears = ({ page }: AppPage, what: RegExp) =>
    expect(page.locator('html')).toHaveAttribute('data-heard', what)
  return {
    name,
    press,
    happened: (app) => hears(app, answer),
    askAgain: async (app) => {
      // To the service worker a page that cannot answer is silent, and is passed over.
      if (target === 'window') await hears(app, /PART_NOT_LOADED/)
      await press(app)
    },
  }
}

/** All of them, in an order in which each can follow the one before. */
export const lateSteps: readonly LateStep[] = [
  {
    name: 'the model of a link',
    isPrepared: true,
    press: ({ page }) => page.goto('./?model=none&clipModel=owner/name'),
    happened: ({ page }) => expect(page.getByText(/^The link asks for the model/)).toBeVisible(),
    leave: (app) => button(app, 'Dismiss').click(),
  },
  {
    name: 'two pictures',
    isPrepared: true,
    press: async (app) => {
      await app.loadModel('test/colours', 'wasm')
      await app.tags.replace(['red', 'blue'])
      await app.dropPictures([plainPicture('red'), plainPicture('blue')])
    },
    happened: (app) => app.expectBestTag('red.png', 'red'),
  },
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
  {
    name: 'a menu',
    press: (app) => button(app, 'Sort').click(),
    happened: ({ page }) => expect(page.getByRole('menu')).toBeVisible(),
    leave: escape,
  },
  dialog('Your tag sets', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('option', { name: 'Your sets…' }).click()
  }),
  {
    name: 'a link to the tags',
    press: (app) => button(app, 'Copy a link to these tags').click(),
    happened: ({ page }) => expect(page.getByText(/^The link (is|could not be) copied/)).toBeVisible(),
  },
  {
    name: 'another form of a result',
    press: (app) => choose(app, 'Copy in another form', 'As VehiCore answers'),
    happened: ({ page }) => expect(page.getByText(/^(Not c|C)opied$/)).toBeVisible(),
  },
  {
    name: 'a file of results',
    press: async (app) => {
      app.page.once('download', () => void app.page.evaluate(() => (document.title = 'Saved')))
      await choose(app, 'Save the results of all pictures', 'Table')
    },
    happened: ({ page }) => expect(page).toHaveTitle('Saved'),
  },
  {
    name: 'a template',
    press: async (app) => {
      const field = app.page.getByRole('textbox', { name: 'One or several, a line each' })
      if (!(await field.isVisible())) await app.page.locator('summary', { hasText: 'Template' }).click()
      await choose(app, 'Presets', 'A photo of')
    },
    happened: ({ page }) =>
      expect(page.getByRole('textbox', { name: 'One or several, a line each' })).toHaveValue(/a photo of/i),
  },
  {
    name: 'a file of tags',
    press: (app) =>
      app.dropPictures([{ name: 'tags.txt', mimeType: 'text/plain', buffer: Buffer.from('green\n') }]),
    happened: (app) => expect(app.tags.button('green')).toBeVisible(),
  },
  {
    name: 'a long list of tags',
    press: (app) => app.tags.paste(Array.from({ length: 70 }, (_, i) => `tag ${i}`).join('\n')),
    happened: (app) => expect(app.tags.button('tag 1')).toBeVisible(),
  },
  {
    name: 'the choice of a classifier',
    press: ({ page }) => page.getByRole('radio', { name: 'ImageNet' }).check({ force: true }),
    happened: ({ page }) => expect(page.getByRole('heading', { name: 'Choose a classifier' })).toBeVisible(),
  },
  {
    name: 'the answer of a classifier',
    press: (app) => app.loadModel('test/imagenet-colors', 'wasm'),
    happened: async (app) => {
      await expect(app.page.getByRole('list', { name: 'Categories', exact: true })).toBeVisible()
      await expect(app.page.getByRole('list', { name: /^ImageNet classes/ }).last()).toBeVisible()
    },
  },
  {
    name: 'another form of it',
    press: (app) => choose(app, 'Copy in another form', /VehiCore/),
    happened: ({ page }) => expect(page.getByText(/^(Not c|C)opied$/)).toBeVisible(),
  },
  message(
    'a message of another site',
    'window',
    { taglens: 1, id: 1, method: 'model' },
    /ORIGIN_NOT_ALLOWED/,
  ),
  message(
    'a request of the hosted API',
    'service worker',
    { kind: 'hosted-hello', task: 'zero-shot' },
    /"kind":"standing"/,
  ),
  {
    name: 'a request that can be taken back',
    press: ({ page }) =>
      page.evaluate(async () => {
        const { status } = await fetch('api/clip', { signal: new AbortController().signal })
        document.documentElement.dataset.heard = String(status)
      }),
    happened: ({ page }) => expect(page.locator('html')).toHaveAttribute('data-heard', '404'),
    // Without that code it is made all the same.
    askAgain: () => Promise.resolve(),
  },
  ...(
    [
      ['Language', 'Español', 'es'],
      ['Idioma', 'العربية', 'ar'],
    ] as const
  ).map(([menu, line, language]): LateStep => ({
    name: `the language ${line}`,
    press: (app) => choose(app, menu, line),
    happened: ({ page }) => expect(page.locator('html')).toHaveAttribute('lang', language),
  })),
]
