import { expect } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { brokenPicture, gradientPicture, plainPicture } from './make-pictures.ts'

/** A screen that somebody may stand before, and how to get there. */
interface Screen {
  readonly screen: string
  readonly reach: (app: AppPage) => Promise<unknown>
  /** Something is being dragged: it covers where it may be let go, and the keyboard is not at work. */
  readonly dragging?: true
}

const three = [plainPicture('red'), plainPicture('green'), plainPicture('blue')]

const openDialog = async (app: AppPage, button: string | RegExp): Promise<void> => {
  await app.page.getByRole('button', { name: button }).click()
  await expect(app.page.getByRole('dialog')).toBeVisible()
}

/**
 * All screens of a wide page, but for the model panel's eight states, which `src/ui/model/model-panel-axe.test.tsx`
 * looks at, and the notice of a new version, which needs an installed app.
 */
export const screens: readonly Screen[] = [
  { screen: 'the first visit', reach: (app) => app.openAsVisitor() },
  { screen: 'an empty page without a model', reach: (app) => app.open() },
  {
    screen: 'one picture with its ranking',
    reach: async (app) => {
      await app.start(['red', 'blue', 'a long tag that says rather more than it would need to say'])
      await app.dropPictures([gradientPicture('red', 'blue', 'both.png')])
      await app.expectBest('red')
    },
  },
  {
    screen: 'a grid with results, one of them an error, and a notice that can be undone',
    reach: async (app) => {
      await app.start(['red', 'green', 'blue'])
      await app.dropPictures([...three, { ...brokenPicture(), buffer: Buffer.from('no picture') }])
      await app.expectBestTag('blue.png', 'blue')
      await app.choosePicture('green.png')
      await app.page.keyboard.press('Delete')
      await app.choosePicture('broken.png')
      await expect(app.page.getByRole('region', { name: 'Ranking' })).toContainText('IMAGE_DECODE_FAILED')
    },
  },
  {
    screen: 'a picture that no tag fits',
    reach: async (app) => {
      await app.start(['blue', 'cyan'])
      await app.dropPictures([plainPicture('red')])
      await expect(app.page.getByRole('region', { name: 'Ranking' })).toContainText('None of these')
    },
  },
  {
    screen: 'the model’s view in place of the picture',
    reach: async (app) => {
      await app.start(['red', 'green'])
      await app.dropPictures([plainPicture('red')])
      await app.whenIdle()
      await app.page.getByRole('radio', { name: 'Model’s view' }).check()
    },
  },
  {
    screen: 'template and scoring open, a tag being edited',
    reach: async (app) => {
      await app.start(['red', 'green'])
      await app.dropPictures([plainPicture('red')])
      await app.page.locator('summary', { hasText: 'Template' }).click()
      await app.page.locator('summary', { hasText: 'Scoring' }).click()
      await app.tags.button('green').dblclick()
    },
  },
  {
    screen: 'the menu of tag sets',
    reach: async (app) => {
      await app.start(['red', 'green'])
      await app.page.getByRole('button', { name: 'Tag sets' }).click()
      await expect(app.page.getByRole('menu')).toBeVisible()
    },
  },
  {
    screen: 'ImageNet without a classifier',
    reach: async (app) => {
      await app.open()
      await app.page.getByRole('radio', { name: 'ImageNet' }).check()
    },
  },
  {
    screen: 'ImageNet with results',
    reach: async (app) => {
      await app.open()
      await app.loadModel('test/imagenet-colors', 'wasm')
      await app.dropPictures(three)
      await app.whenIdle()
    },
  },
  {
    screen: 'the model’s details',
    reach: async (app) => {
      await app.open()
      await app.loadModel('test/colours', 'wasm')
      await openDialog(app, /^Model/)
    },
  },
  {
    screen: 'the choice of models without a network',
    reach: async (app) => {
      await app.open()
      await openDialog(app, /^Model/)
      await app.page.getByRole('radio', { name: 'Choose' }).check()
      await app.page.context().setOffline(true)
      await expect(app.page.getByText(/^You are offline\./)).toBeVisible()
    },
  },
  {
    screen: 'the privacy dialog with its log and a report',
    reach: async (app) => {
      await app.open()
      await app.loadModel('test/colours', 'wasm')
      await openDialog(app, 'Privacy')
      await app.page.getByText('Latest requests').click()
      await app.page.getByRole('button', { name: 'Show the report' }).click()
      await expect(app.page.getByRole('button', { name: 'Copy the report' })).toBeVisible()
    },
  },
  {
    screen: 'the list of keys',
    reach: async (app) => {
      await app.open()
      await openDialog(app, 'Keys')
    },
  },
  {
    screen: 'files that hang over the page',
    dragging: true,
    reach: async (app) => {
      await app.start(['red', 'green'])
      await app.page.evaluate(() => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['x'], 'a.png', { type: 'image/png' }))
        for (const type of ['dragenter', 'dragover'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      })
      await expect(app.page.getByRole('status').filter({ hasText: 'Add 1 picture' })).toBeVisible()
    },
  },
]

/** What a phone has and a wide page has not. */
export const phoneScreens: readonly Screen[] = [
  {
    screen: 'the sheet of tags',
    reach: async (app) => {
      await app.open()
      await openDialog(app, /^Tags/)
    },
  },
  {
    screen: 'the sheet of the model',
    reach: async (app) => {
      await app.open()
      await app.loadModel('test/colours', 'wasm')
      await openDialog(app, /^Model/)
    },
  },
  {
    screen: 'the privacy dialog',
    reach: async (app) => {
      await app.open()
      await openDialog(app, 'Privacy')
    },
  },
]
