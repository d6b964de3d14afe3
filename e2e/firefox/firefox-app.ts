import type { ElementHandle, KeyInput, Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { LoadedModel } from '../../src/core/model/loaded-model.ts'
import type { PictureFile } from '../support/make-pictures.ts'
import type { TestModel } from '../support/test-hub.ts'

/** A picture's file as it crosses to the page. */
const toMessage = ({ name, mimeType, buffer }: PictureFile) => ({
  name,
  mimeType,
  base64: buffer.toString('base64'),
})

/** Where tags are typed. */
export const ADD_TAGS = '[aria-label="Add tags"]'

/** The app in Firefox as a person uses it: what `AppPage` is in Chromium, as far as the core needs it. */
export class FirefoxApp {
  readonly page: Page
  readonly #hub: string

  constructor(page: Page, hub: string) {
    this.page = page
    this.#hub = hub
  }

  /** Resolves when the page API answers. */
  async whenReady(): Promise<void> {
    await this.page.waitForFunction(() => 'taglens' in window)
    await this.page.evaluate(() => window.taglens.ready)
  }

  /** Waits until nothing is loading, encoding or waiting to be. */
  whenIdle(): Promise<void> {
    return this.page.evaluate(() => window.taglens.whenIdle())
  }

  /** Loads a model of the tests' hub; what is stored is not downloaded again. */
  loadFromHub(id: TestModel): Promise<LoadedModel> {
    return this.page.evaluate((source) => window.taglens.loadModel(source), { id, host: this.#hub })
  }

  /** Waits for what `selector` finds, on the screen. Roles and names take Firefox seconds to look up. */
  async find(selector: string): Promise<ElementHandle> {
    const found = await this.page.waitForSelector(selector)
    if (!found) throw new Error(`There is no ${selector}.`)
    return found
  }

  async click(selector: string): Promise<void> {
    const found = await this.find(selector)
    await found.click()
  }

  /** Presses the first button, summary or label that says so. */
  async pressText(text: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const all = [...document.querySelectorAll<HTMLElement>('button, summary, label')]
        const found = all.find(({ innerText }) => innerText.startsWith(wanted))
        found?.click()
        return found !== undefined
      },
      {},
      text,
    )
  }

  /** Chooses a model of the tests' hub in its panel and agrees to the download. */
  async loadByHand(id: TestModel): Promise<void> {
    await this.click('[data-model-chip]')
    for (const step of ['Choose', 'Another model', 'Web address']) await this.pressText(step)
    const address = await this.find('[role=dialog] input[inputmode=url]')
    await address.type(`${this.#hub}/${id}/resolve/main`)
    for (const step of ['Continue', 'Download']) await this.pressText(step)
  }

  async press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Presses Tab until the element that `selector` finds has focus. */
  async tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      const reached = await this.page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) === true,
        selector,
      )
      if (reached) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${selector}.`)
  }

  // Pictures

  /** Drags files in from the desktop and lets go over the page. */
  async dropPictures(files: readonly PictureFile[]): Promise<void> {
    await this.page.evaluate((given) => {
      const dataTransfer = new DataTransfer()
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name, { type: mimeType }))
      }
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }, files.map(toMessage))
  }

  /**
   * Chooses files on disk in the dialog that a press on `button` opens. The dialog itself is held back: Firefox
   * under WebDriver answers each at once as though the person had changed their mind.
   */
  async pickPaths(paths: readonly string[], button: string): Promise<void> {
    await this.page.evaluate(() => {
      HTMLInputElement.prototype.click = () => undefined
    })
    await this.click(button)
    const input = await this.page.waitForSelector('input[type=file]')
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths)
  }

  // Tags

  async tags(): Promise<readonly (string | null)[]> {
    return this.page.$$eval('[data-tag-text] [data-tip-cut]', (texts) =>
      texts.map((text) => text.getAttribute('data-tip-cut')),
    )
  }

  async addTag(tag: string): Promise<void> {
    const field = await this.find(ADD_TAGS)
    await field.type(tag)
    await this.press('Enter')
  }

  /** Puts these in place of whatever is there, by the keyboard. */
  async replaceTags(tags: readonly string[]): Promise<void> {
    const field = await this.find(ADD_TAGS)
    await field.focus()
    await this.press('ArrowDown')
    for (let count = (await this.tags()).length; count > 0; count -= 1) {
      await this.press('Delete')
      await expect.poll(() => this.tags()).toHaveLength(count - 1)
    }
    for (const tag of tags) {
      await this.page.keyboard.type(tag)
      await this.press('Enter')
    }
    await expect.poll(() => this.tags()).toEqual(tags)
  }

  // Results

  /** The rows of the ranking, best first, as a screen reader says them: `red, 93 percent`. */
  async ranking(): Promise<readonly string[]> {
    return this.page.$$eval('ol[aria-label="Tags, best first"] > li', (rows) =>
      rows.map((row) => row.getAttribute('aria-label') ?? ''),
    )
  }

  /** Waits until this tag is the best of the picture in focus. */
  async expectBest(tag: string): Promise<void> {
    await expect.poll(async () => (await this.ranking())[0]).toMatch(new RegExp(`^${tag}, .* percent$`))
  }

  /** Waits until the page says so. */
  async expectText(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.body.innerText)).toMatch(text)
  }
}
