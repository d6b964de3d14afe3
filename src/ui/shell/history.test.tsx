import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { setViewport } from '../../testing/set-viewport'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

const UNDO = '{Control>}z{/Control}'
const REDO = '{Control>}{Shift>}z{/Shift}{/Control}'

const nextFrame = () => new Promise(requestAnimationFrame)

/** Focuses `element`; whether it has focus two frames later. */
const keepsFocus = async (element: HTMLElement | SVGElement): Promise<boolean> => {
  element.focus()
  await nextFrame()
  await nextFrame()
  return document.activeElement === element
}

/** The page with pictures, with what a person does as verbs. */
const setup = async (pictures: number, width = 1280) => {
  await setViewport(width, 900)
  const { app, whenIdle, site, words } = createFakeApp()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(Array.from({ length: pictures }, (_, i) => sketchPicture(i + 1)))
  await whenIdle()
  await expect.element(page.getByRole('heading', { name: 'Taglens' })).toBeInTheDocument()
  const { getState } = app.store
  return {
    app,
    field: page.getByRole('textbox', { name: 'Add tags' }),
    grid: page.getByRole('grid', { name: 'Pictures' }),
    tags: () => getState().tags.map(({ text }) => text),
    pictures: () => getState().pictures.length,
    tag: (name: string) =>
      page.getByRole('list', { name: 'Tags in order' }).getByRole('button', { name, exact: true }),
    focusGrid: async () => {
      const grid = page.getByRole('grid', { name: 'Pictures' })
      await expect.element(grid).toBeInTheDocument()
      grid.element().focus()
    },
  }
}

describe('undo', () => {
  it('brings back pictures that were removed after a tag was added, wherever focus is', async () => {
    const { field, focusGrid, pictures, tags } = await setup(12)
    await field.click()
    await userEvent.keyboard('boat{Enter}')
    await focusGrid()
    await userEvent.keyboard('{Control>}a{/Control}{Delete}')
    expect(pictures()).toBe(0)
    await expect.element(page.getByRole('button', { name: 'Choose files' })).toHaveFocus()
    await field.click()
    await userEvent.keyboard(UNDO)
    expect(pictures()).toBe(12)
    expect(tags()).toContain('boat')
    await expect.element(page.getByText('Undone: remove 12 pictures')).toBeVisible()
    await page.getByRole('list', { name: 'Notices' }).getByRole('button', { name: 'Redo' }).click()
    expect(pictures()).toBe(0)
  })

  it('ends at a field while the key is held, and in a field of a dialog', async () => {
    const { field, tags } = await setup(1)
    await field.click()
    await userEvent.keyboard('boat{Enter}ship{Enter}')
    await userEvent.keyboard('{Control>}{z>3/}{/Control}')
    expect(tags()).toContain('boat')
    expect(tags()).not.toContain('ship')
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(page.getByRole('combobox')).toHaveFocus()
    await userEvent.keyboard(UNDO)
    expect(tags()).toContain('boat')
  })

  it('on a phone finds focus on the button that adds when everything is removed', async () => {
    await setup(1, 360)
    page.getByRole('button', { name: 'Remove from the list' }).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: 'Add pictures' })).toHaveFocus()
  })

  it('from a notice, which goes, leaves focus where the person was before', async () => {
    const { field, focusGrid, pictures, tag } = await setup(3)
    const press = async (name: string) => {
      const button = page.getByRole('list', { name: 'Notices' }).getByRole('button', { name }).last()
      await expect.element(button).toBeVisible()
      // A notice that has just gone gives focus back a moment later, from under the button of the next.
      await expect.poll(() => keepsFocus(button.element())).toBe(true)
      await userEvent.keyboard('{Enter}')
    }
    await focusGrid()
    await userEvent.keyboard('{Delete}')
    await press('Undo')
    await expect.poll(pictures).toBe(3)
    await expect.element(page.getByRole('grid', { name: 'Pictures' })).toHaveFocus()
    await press('Dismiss')
    await expect.element(page.getByRole('grid', { name: 'Pictures' })).toHaveFocus()
    await field.click()
    await userEvent.keyboard(`boat{Enter}${UNDO}`)
    await press('Redo')
    await expect.element(tag('boat')).toBeInTheDocument()
    await expect.poll(() => document.activeElement?.closest('[data-tags-panel]') ?? null).not.toBeNull()
  })

  it('that takes away the tag in focus leaves focus beside it', async () => {
    const { app, tag } = await setup(0)
    app.actions.addTags('boat')
    await expect.element(tag('boat')).toBeInTheDocument()
    tag('boat').element().focus()
    await userEvent.keyboard(UNDO)
    await expect.element(tag('other')).toHaveFocus()
    await userEvent.keyboard(REDO)
    await expect.element(tag('boat')).toBeInTheDocument()
  })

  it('is the field’s own while there is text in it, or was until the person took it away', async () => {
    const { field, tags } = await setup(0)
    await field.click()
    await userEvent.keyboard('boat{Enter}')
    await userEvent.keyboard('bus')
    await userEvent.keyboard(UNDO)
    expect(tags()).toContain('boat')
    await field.fill('x')
    await userEvent.keyboard('{Backspace}')
    await userEvent.keyboard(UNDO)
    expect(tags()).toContain('boat')
    // What Enter has taken from the field is a tag now.
    await field.fill('van')
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(UNDO)
    expect(tags()).not.toContain('van')
    await userEvent.keyboard(REDO)
    expect(tags()).toContain('van')
  })

  it('moves a slider back that still has focus', async () => {
    const { app } = await setup(0)
    const summaries = [...document.querySelectorAll('summary')]
    summaries.find(({ textContent }) => textContent.startsWith('Scoring'))?.click()
    const slider = page.getByRole('slider', { name: 'Margin for “none of these”' })
    const before = app.store.getState().settings.rules.noneMargin
    await expect.element(slider).toBeInTheDocument()
    slider.element().focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(app.store.getState().settings.rules.noneMargin).not.toBe(before)
    await userEvent.keyboard(UNDO)
    expect(app.store.getState().settings.rules.noneMargin).toBe(before)
    await expect.element(slider).toHaveValue(String(before))
  })

  it('is a command that says what it would do', async () => {
    const { app, pictures } = await setup(3)
    app.actions.removePictures(app.store.getState().pictures.map(({ id }) => id))
    await userEvent.keyboard('{Control>}k{/Control}')
    await page.getByRole('option', { name: 'Undo: remove 3 pictures' }).click()
    expect(pictures()).toBe(3)
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(page.getByRole('option', { name: 'Redo: remove 3 pictures' })).toBeInTheDocument()
  })
})
