import { expect, type Locator, type Page } from '@playwright/test'

/** The tags column as a person uses it. */
export class TagsColumn {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Where tags are typed. */
  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Add tags' })
  }

  get rows(): Locator {
    return this.page.getByRole('list', { name: 'Tags in order' }).getByRole('listitem')
  }

  row(tag: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('button', { name: tag, exact: true }) })
  }

  /** The button that holds a tag's text. */
  button(tag: string): Locator {
    return this.rows.getByRole('button', { name: tag, exact: true })
  }

  /** Waits until these are the tags, in this order. */
  async expect(tags: readonly string[]): Promise<void> {
    // The whole text; what is seen may be cut in the middle.
    const wholeTexts = () =>
      this.rows
        .locator('[data-tag-text] [data-tip-cut]')
        .evaluateAll((texts) => texts.map((text) => text.getAttribute('data-tip-cut')))
    await expect.poll(wholeTexts).toEqual(tags)
  }

  async add(tag: string): Promise<void> {
    await this.field.fill(tag)
    await this.field.press('Enter')
  }

  async addByMouse(tag: string): Promise<void> {
    await this.field.click()
    await this.field.fill(tag)
    await this.page.getByRole('button', { name: 'Add', exact: true }).click()
  }

  /** Pastes text into the field. */
  async paste(text: string): Promise<void> {
    await this.field.focus()
    await this.field.evaluate((field, pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }

  /** From the field down to the rows, then Delete until none is left. */
  async removeAll(): Promise<void> {
    await this.field.press('ArrowDown')
    for (let count = await this.rows.count(); count > 0; count -= 1) {
      await expect(this.rows.locator('[data-tag-text]:focus')).toBeVisible()
      await this.page.keyboard.press('Delete')
      await expect(this.rows).toHaveCount(count - 1)
    }
    await expect(this.field).toBeFocused()
  }

  async removeAllByMouse(): Promise<void> {
    for (let count = await this.rows.count(); count > 0; count -= 1) {
      await this.rows.first().hover()
      await this.rows
        .first()
        .getByRole('button', { name: /^Remove / })
        .click()
      await expect(this.rows).toHaveCount(count - 1)
    }
  }

  /** Puts these in place of whatever is there. */
  async replace(tags: readonly string[]): Promise<void> {
    await this.removeAll()
    await this.paste(tags.join('\n'))
    await this.expect(tags)
  }

  /** Changes a tag in its row. */
  async edit(tag: string, text: string): Promise<void> {
    await this.button(tag).dblclick()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  /** Drags a tag by its handle to where another is. */
  async drag(tag: string, to: string): Promise<void> {
    const [from, target] = [await this.row(tag).boundingBox(), await this.row(to).boundingBox()]
    if (!from || !target) throw new Error('These tags are not on the screen.')
    await this.row(tag).hover()
    await this.page.mouse.move(from.x + 8, from.y + from.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(target.x + 8, target.y + target.height / 2, { steps: 8 })
    await this.page.mouse.up()
  }
}
