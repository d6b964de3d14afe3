import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { brokenPicture, plainPicture } from '../support/make-pictures.ts'

/** A screen that somebody may stand before, and how to get there from the one before it. */
interface Screen {
  readonly screen: string
  readonly reach?: (app: AppPage) => Promise<unknown>
  /** Puts away what would cover the next screen. */
  readonly leave?: (app: AppPage) => Promise<unknown>
  /** Something is being dragged: it covers where it may be let go, and the keyboard is not at work. */
  readonly dragging?: true
}

/** Screens that one page shows one after the other. */
export interface Walk {
  readonly walk: string
  readonly start: (app: AppPage) => Promise<void>
  readonly screens: readonly Screen[]
}

const three = [plainPicture('red'), plainPicture('green'), plainPicture('blue')]

const openDialog = async (app: AppPage, button: string | RegExp): Promise<void> => {
  await app.page.getByRole('button', { name: button }).click()
  await expect(app.page.getByRole('dialog')).toBeVisible()
}

const pressEscape = (app: AppPage): Promise<void> => app.page.keyboard.press('Escape')

const pressSummaries = async (app: AppPage): Promise<void> => {
  for (const hasText of ['Template', 'Scoring']) await app.page.locator('summary', { hasText }).click()
}

/** The screens of a wide page, but for the notice of a new version, which needs an installed app. */
export const walks: readonly Walk[] = [
  {
    walk: 'a page without a model',
    start: (app) => app.open(),
    screens: [
      { screen: 'an empty page' },
      { screen: 'the list of keys', reach: (app) => openDialog(app, 'Keys'), leave: pressEscape },
      {
        screen: 'ImageNet without a classifier',
        reach: (app) => app.page.getByRole('radio', { name: 'ImageNet' }).check(),
        leave: (app) => app.page.getByRole('radio', { name: 'Tags', exact: true }).check(),
      },
      {
        screen: 'the choice of models without a network',
        reach: async (app) => {
          await openDialog(app, /^Model/)
          await app.page.getByRole('radio', { name: 'Choose' }).check()
          await app.page.context().setOffline(true)
          await expect(app.page.getByText(/^You are offline\./)).toBeVisible()
        },
      },
    ],
  },
  {
    walk: 'pictures and their rankings',
    start: (app) => app.start(['blue', 'cyan']),
    screens: [
      {
        screen: 'a picture that no tag fits',
        reach: async (app) => {
          await app.dropPictures([plainPicture('red')])
          await expect(app.page.getByRole('region', { name: 'Ranking' })).toContainText('None of these')
        },
      },
      {
        screen: 'one picture with its ranking',
        reach: async (app) => {
          await app.tags.replace([
            'red',
            'blue',
            'a long tag that says rather more than it would need to say',
          ])
          await app.expectBest('red')
        },
      },
      {
        screen: 'template and scoring open, a tag being edited',
        reach: async (app) => {
          await pressSummaries(app)
          await app.tags.button('blue').dblclick()
        },
        leave: async (app) => {
          await pressEscape(app)
          await pressSummaries(app)
        },
      },
      {
        screen: 'the menu of tag sets',
        reach: async (app) => {
          await app.page.getByRole('button', { name: 'Tag sets' }).click()
          await expect(app.page.getByRole('menu')).toBeVisible()
        },
        leave: pressEscape,
      },
      {
        screen: 'the model’s view in place of the picture',
        reach: (app) => app.page.getByRole('radio', { name: 'Model’s view' }).check(),
        leave: (app) => app.page.getByRole('radio', { name: 'Picture', exact: true }).check(),
      },
      {
        screen: 'a grid with results, one of them an error, and a notice that can be undone',
        reach: async (app) => {
          await app.tags.replace(['red', 'green', 'blue'])
          await app.dropPictures([
            ...three.slice(1),
            { ...brokenPicture(), buffer: Buffer.from('no picture') },
          ])
          await app.expectBestTag('blue.png', 'blue')
          await app.choosePicture('green.png')
          await app.page.keyboard.press('Delete')
          await app.choosePicture('broken.png')
          await expect(app.page.getByRole('region', { name: 'Ranking' })).toContainText('IMAGE_DECODE_FAILED')
        },
      },
      {
        screen: 'files that hang over the page',
        dragging: true,
        reach: async (app) => {
          await app.page.evaluate(() => {
            const dataTransfer = new DataTransfer()
            dataTransfer.items.add(new File(['x'], 'a.png', { type: 'image/png' }))
            for (const type of ['dragenter', 'dragover'])
              document.body.dispatchEvent(
                new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
              )
          })
          await expect(app.page.getByRole('status').filter({ hasText: 'Add 1 picture' })).toBeVisible()
        },
      },
    ],
  },
  {
    walk: 'a first visit, and other models after it',
    start: (app) => app.openAsVisitor(),
    screens: [
      { screen: 'the first visit' },
      {
        screen: 'the model’s details',
        reach: async (app) => {
          await app.loadModel('test/colours', 'wasm')
          await openDialog(app, /^Model/)
        },
        leave: pressEscape,
      },
      {
        screen: 'the privacy dialog with its log and a report',
        reach: async (app) => {
          await openDialog(app, 'Privacy')
          await app.page.getByText('Latest requests').click()
          await app.page.getByRole('button', { name: 'Show the report' }).click()
          await expect(app.page.getByRole('button', { name: 'Copy the report' })).toBeVisible()
        },
        leave: pressEscape,
      },
      {
        screen: 'ImageNet with results',
        reach: async (app) => {
          await app.loadModel('test/imagenet-colors', 'wasm')
          await app.dropPictures(three)
          await app.whenIdle()
        },
      },
    ],
  },
]

/** What a phone has and a wide page has not. */
export const phoneWalk: Walk = {
  walk: 'a phone',
  start: (app) => app.open(),
  screens: [
    { screen: 'the sheet of tags', reach: (app) => openDialog(app, /^Tags/), leave: pressEscape },
    { screen: 'the privacy dialog', reach: (app) => openDialog(app, 'Privacy'), leave: pressEscape },
    {
      screen: 'the sheet of the model',
      reach: async (app) => {
        await app.loadModel('test/colours', 'wasm')
        await openDialog(app, /^Model/)
      },
    },
  ],
}
