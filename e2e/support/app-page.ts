import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { EngineStats } from '../../src/client/engine-client'
import type { LoadedModel } from '../../src/core/model/loaded-model'
import type { Device } from '../../src/core/runtime/runtime'
import { escapeRegExp } from './escape-reg-exp.ts'
import type { PictureFile } from './make-pictures.ts'
import { TagsColumn } from './tags-column.ts'
import type { TestModel } from './test-hub.ts'

/** A row of the ranking, as a screen reader says it. */
interface SpokenRank {
  readonly tag: string
  /** `93`, `4.1`, `less than 0.1` */
  readonly percent: string
}

/** Opens a dialog of the system. */
type OpenDialog = () => Promise<void>

/**
 * `TAGLENS_EXECUTOR=own npx playwright test e2e/work/main-job.spec.ts …` asks for our own kernels wherever a test loads a model.
 * Of the tests' models they run `test/transformer`; with any other ONNX Runtime goes on, as it does for a person.
 */
const EXECUTOR = process.env.TAGLENS_EXECUTOR === 'own' ? ({ executor: 'own' } as const) : {}

/** The app as a person uses it. Verbs are a person's; only loading, waiting and counting go through the page API. */
export class AppPage {
  readonly page: Page
  readonly tags: TagsColumn
  readonly #hub: string

  constructor(page: Page, hub: string) {
    this.page = page
    this.tags = new TagsColumn(page)
    this.#hub = hub
    // With the first listener Playwright begins to take dialogs over, a moment later: one that is opened at once would be the
    // browser's own, which waits for ever.
    page.on('filechooser', () => undefined)
  }

  /** Opens the app with the built-in model and the drawings of a first visit, as everybody does. */
  async openAsVisitor(): Promise<void> {
    await this.page.goto('./')
    await this.page.evaluate(() => window.taglens.ready)
  }

  /**
   * Opens the app empty: no model, no drawings. `testing` allows faults on demand and a software graphics card;
   * `workers` holds it to so many, under `testing`.
   */
  async open({ testing = false, workers = 4 } = {}): Promise<void> {
    if (testing)
      await this.page.addInitScript(
        (marker) => {
          window.taglensTesting = marker
        },
        { workers },
      )
    await this.page.goto('./?model=none')
    await this.page.evaluate(() => window.taglens.ready)
  }

  /** Opens the app with the colour model on the CPU and these tags alone. */
  async start(tags: readonly string[], options: { readonly testing?: boolean } = {}): Promise<void> {
    await this.open(options)
    await this.loadModel('test/colours', 'wasm')
    await this.tags.replace(tags)
  }

  /** Where the tests' hub has a model. */
  modelUrl(model: TestModel): string {
    return `${this.#hub}/${model}/resolve/main`
  }

  loadModel(model: TestModel, device?: Device): Promise<LoadedModel> {
    return this.page.evaluate((source) => window.taglens.loadModel(source), {
      baseUrl: this.modelUrl(model),
      ...(device && { device }),
      ...(device !== 'webgpu' && EXECUTOR),
    })
  }

  /** Loads a model of the tests' hub by its id; what is stored is not downloaded again. */
  loadFromHub(id: TestModel): Promise<LoadedModel> {
    return this.page.evaluate((source) => window.taglens.loadModel(source), {
      id,
      host: this.#hub,
      device: 'wasm',
      ...EXECUTOR,
    } as const)
  }

  /** Names a model in its panel, as a person does, and asks what it would take. */
  async chooseModelByHand(model: TestModel): Promise<void> {
    await this.page.getByRole('button', { name: /^Model/ }).click()
    await this.page.getByRole('radio', { name: 'Choose' }).check()
    await this.page.locator('summary', { hasText: 'Another model' }).click()
    await this.page.getByRole('radio', { name: 'Web address' }).check()
    await this.page.getByRole('textbox', { name: /^Address/ }).fill(this.modelUrl(model))
    await this.page.getByRole('button', { name: 'Continue' }).click()
  }

  /** Chooses a model in its panel and agrees to the download, having seen its size. */
  async loadModelByHand(model: TestModel): Promise<void> {
    await this.chooseModelByHand(model)
    await this.page.getByRole('button', { name: /^Download/ }).click()
  }

  // Adding pictures

  /** Drags files in from the desktop and lets go over the page. */
  async dropPictures(files: readonly PictureFile[]): Promise<void> {
    const transfer = await this.#holdFiles(files)
    for (const event of ['dragenter', 'dragover', 'drop'])
      await this.page.dispatchEvent('body', event, { dataTransfer: transfer })
    await transfer.dispose()
  }

  /** Drags files in from the desktop and lets go over the tags. */
  async dropOnTags(files: readonly PictureFile[]): Promise<void> {
    const transfer = await this.#holdFiles(files)
    await this.page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
    const zone = this.page.locator('[data-tag-drop]')
    for (const event of ['dragover', 'drop']) await zone.dispatchEvent(event, { dataTransfer: transfer })
    await transfer.dispose()
  }

  #holdFiles(files: readonly PictureFile[]) {
    return this.page.evaluateHandle(
      (given) => {
        const data = new DataTransfer()
        for (const { name, mimeType, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          data.items.add(new File([bytes], name, { type: mimeType }))
        }
        return data
      },
      files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') })),
    )
  }

  /** Chooses files in the dialog that `open` opens. */
  async pickPictures(files: readonly PictureFile[], open: OpenDialog): Promise<void> {
    const opened = this.page.waitForEvent('filechooser')
    await open()
    await (await opened).setFiles([...files])
  }

  /** Chooses files that lie on disk, which costs the page nothing: for many, and for measuring. */
  async pickPaths(paths: readonly string[], open: OpenDialog): Promise<void> {
    const opened = this.page.waitForEvent('filechooser')
    await open()
    await (await opened).setFiles([...paths])
  }

  /** Writes files to `folder` and chooses them there. */
  async pickFromDisk(files: readonly PictureFile[], folder: string, open: OpenDialog): Promise<void> {
    await mkdir(folder, { recursive: true })
    const paths = files.map(({ name }) => path.join(folder, name))
    for (const [i, { buffer }] of files.entries()) await writeFile(paths[i]!, buffer)
    await this.pickPaths(paths, open)
  }

  /** The big button of a page without pictures. */
  readonly chooseFiles: OpenDialog = () => this.page.getByRole('button', { name: 'Choose files' }).click()

  /** The button above the pictures. */
  readonly addMore: OpenDialog = () =>
    this.page.getByRole('button', { name: 'Add pictures', exact: true }).click()

  /** Pastes a picture that another program has copied. */
  async pastePicture({ mimeType, buffer }: PictureFile): Promise<void> {
    await this.page.evaluate(
      ({ type, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File([bytes], 'image.png', { type }))
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.body.dispatchEvent(paste)
      },
      { type: mimeType, base64: buffer.toString('base64') },
    )
  }

  /** Takes every picture off the list, by the commands. */
  async removePictures(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K')
    await this.page.getByRole('option', { name: /^Remove (the picture|all [\d,]+ pictures)$/ }).click()
    await expect(this.page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
    await this.expectStatus('No pictures yet')
  }

  // Pictures

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Pictures' })
  }

  /** The pictures of the grid that have a best tag. */
  get rankedPictures(): Locator {
    return this.grid.getByRole('gridcell', { name: /percent$/ })
  }

  /** The pictures of the grid that could not be encoded. */
  get failedPictures(): Locator {
    return this.grid.getByRole('gridcell', { name: /, failed\b/ })
  }

  /** The picture of this name in the grid. */
  picture(name: string): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`^${escapeRegExp(name)},`) })
  }

  async choosePicture(name: string): Promise<void> {
    await this.picture(name).click()
  }

  /** Waits until the grid says that this is the best tag of a picture. */
  async expectBestTag(name: string, tag: string): Promise<void> {
    await expect(this.picture(name)).toHaveAccessibleName(new RegExp(`, ${escapeRegExp(tag)}, .* percent$`))
  }

  /** Waits until the status line says so: `24 pictures ranked`. */
  async expectStatus(status: string | RegExp): Promise<void> {
    await expect(this.page.getByText(status, { exact: true })).toBeVisible()
  }

  // Results

  /** The rows of the ranking of the picture in focus, best first. */
  get rankRows(): Locator {
    return this.page.getByRole('list', { name: 'Tags, best first' }).getByRole('listitem')
  }

  async ranking(): Promise<SpokenRank[]> {
    // Without the marks that keep a tag of another direction by itself.
    const spoken = await this.rankRows.evaluateAll((rows) =>
      rows.map((row) => (row.ariaLabel ?? '').replace(/[\u2068\u2069]/g, '')),
    )
    return spoken.map((text) => {
      const [, tag = '', percent = ''] = /^(.*), (.*) percent$/.exec(text) ?? []
      return { tag, percent }
    })
  }

  /** Waits until this tag is the best of the picture in focus. */
  async expectBest(tag: string): Promise<void> {
    const row = this.rankRows.first()
    await expect(row).toHaveAccessibleName(new RegExp(`^${escapeRegExp(tag)}, .* percent$`))
  }

  // The page

  /** Presses Tab until something has focus, as one without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
      await this.page.keyboard.press('Tab')
    }
    await expect(target, 'reached by Tab').toBeFocused()
  }

  /** Waits until nothing is loading, encoding or waiting to be. */
  whenIdle(): Promise<void> {
    return this.page.evaluate(() => window.taglens.whenIdle())
  }

  stats(): Promise<EngineStats> {
    return this.page.evaluate(() => window.taglens.stats())
  }
}
