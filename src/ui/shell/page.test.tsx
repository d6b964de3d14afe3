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

interface Setup {
  readonly pictures?: number
  readonly names?: readonly string[]
  readonly size?: readonly [width: number, height: number]
}

/** The whole page over the real state and a made-up engine, with what a person does as verbs. */
const setup = async ({ pictures = 0, names = [], size = [1280, 800] }: Setup = {}) => {
  await setViewport(...size)
  const { app, whenIdle, site, words } = createFakeApp({ theme: 'light' })
  const { platform, copied } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  const files = [
    ...Array.from({ length: pictures }, (_, i) => sketchPicture(i + 1)),
    ...names.map((name, i) => sketchPicture(50 + i, name)),
  ]
  app.actions.addPictures(files)
  await whenIdle()
  await expect.element(page.getByRole('heading', { name: 'Taglens' })).toBeInTheDocument()
  return {
    app,
    whenIdle,
    copied,
    field: page.getByRole('textbox', { name: 'Add tags' }),
    ranking: page.getByRole('list', { name: 'Tags, best first' }),
    tags: () => app.store.getState().tags.map(({ text }) => text),
    tag: (name: string) =>
      page.getByRole('list', { name: 'Tags in order' }).getByRole('button', { name, exact: true }),
    grid: page.getByRole('grid', { name: 'Pictures' }),
    focusName: () => {
      const { pictures: all, selection } = app.store.getState()
      return all.find(({ id }) => id === selection.focusId)?.name
    },
    selected: () => app.store.getState().selection.ids.size,
  }
}

/** A paste as a browser makes it, at what has focus. */
const paste = (text: string) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

describe('tags', () => {
  it('are added by Enter and by a comma', async () => {
    const { field, tags } = await setup()
    await field.click()
    await userEvent.keyboard('boat{Enter}bus,')
    expect(tags().slice(-2)).toEqual(['boat', 'bus'])
    await expect.element(field).toHaveValue('')
  })

  it('come as a pasted list, without those that are there already', async () => {
    const { field, tags } = await setup()
    await field.click()
    paste('boat, CAR\nbus')
    expect(tags().slice(-2)).toEqual(['boat', 'bus'])
    await expect.element(page.getByText('Added 2 tags. “CAR” was there already.')).toBeVisible()
  })

  it('pasted beside a field are added as well', async () => {
    const { tags } = await setup()
    paste('boat;bus')
    await expect.poll(tags).toContain('bus')
  })

  it('are ranked while they are typed, and put back by Escape', async () => {
    const { tag, tags, ranking } = await setup({ names: ['car-1.svg'] })
    await tag('other').dblClick()
    await userEvent.keyboard('boat')
    await expect.element(ranking.getByRole('listitem', { name: /^boat,/ })).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.element(ranking.getByRole('listitem', { name: /^other,/ })).toBeInTheDocument()
    expect(tags()).toContain('other')
  })

  it('are edited, moved and removed by keyboard alone, and all of it undone', async () => {
    const { field, tags } = await setup()
    const before = tags()
    await field.click()
    await userEvent.keyboard('{ArrowDown}{F2}')
    await userEvent.keyboard('van{Enter}')
    await expect.poll(() => document.activeElement?.textContent).toContain('van')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(() => document.activeElement?.textContent).toContain('van')
    await userEvent.keyboard('{Delete}')
    expect(tags()).toEqual(before.slice(1))
    await expect.poll(() => document.activeElement?.matches('[data-tag-text]')).toBe(true)
    await userEvent.keyboard('{Control>}zzz{/Control}')
    expect(tags()).toEqual(before)
  })

  it('the last one is edited by Backspace in the empty field', async () => {
    const { field, tags } = await setup()
    await field.click()
    await userEvent.keyboard('{Backspace}')
    await userEvent.keyboard('{End}s{Enter}')
    expect(tags().at(-1)).toBe('others')
  })

  it('a name that is taken is refused and stays to be changed', async () => {
    const { tag } = await setup()
    await tag('truck').dblClick()
    await userEvent.keyboard('car{Enter}')
    await expect.element(page.getByText('“car” is in the list already.')).toBeVisible()
    await expect.element(page.getByRole('textbox', { name: 'Edit truck' })).toHaveFocus()
  })
})

describe('the ranking', () => {
  it('is a list whose items read tag and percent, best first', async () => {
    const { ranking } = await setup({ names: ['car-1.svg'] })
    await expect.element(ranking.getByRole('listitem').first()).toHaveAccessibleName(/^car, [\d.]+ percent$/)
    await expect
      .element(ranking.getByRole('listitem').last())
      .toHaveAccessibleName(/^\w+, (less than )?[\d.]+ percent$/)
  })

  it('is copied as a record', async () => {
    const { copied } = await setup({ names: ['car-1.svg'] })
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'JSON', exact: true }).click()
    await expect.element(page.getByText('Copied', { exact: true })).toBeVisible()
    expect(JSON.parse(copied[0] ?? '')).toMatchObject({ name: 'car-1.svg', top: 'car', templates: ['{}'] })
  })

  it('gives way to an error that says what to do', async () => {
    await setup({ names: ['poster.psd'] })
    await expect.element(page.getByText('Export it as PNG or JPEG and add that.')).toBeVisible()
    await expect.element(page.getByText('IMAGE_DECODE_FAILED')).toBeVisible()
  })
})

describe('pictures', () => {
  it('are gone through, marked, opened and left by keyboard alone', async () => {
    const { grid, focusName, selected } = await setup({ pictures: 12 })
    await expect.element(grid).toHaveFocus()
    const first = focusName()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(focusName()).not.toBe(first)
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(selected()).toBe(2)
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(selected()).toBe(12)
    await userEvent.keyboard('{Control>}{ }{/Control}')
    expect(selected()).toBe(11)
    await userEvent.keyboard('{ }')
    await expect.element(page.getByRole('group', { name: 'Large picture' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(grid).toHaveFocus()
  })

  it('taken off the list come back by Ctrl+Z', async () => {
    const { grid, app } = await setup({ pictures: 4 })
    await expect.element(grid).toHaveFocus()
    await userEvent.keyboard('{Delete}')
    await expect.poll(() => app.store.getState().pictures.length).toBe(3)
    await expect.element(page.getByText('Removed 1 picture')).toBeVisible()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => app.store.getState().pictures.length).toBe(4)
  })

  it('in focus is taken off the list by a button of its ranking', async () => {
    const { app } = await setup({ pictures: 2 })
    await page.getByRole('button', { name: 'Remove from the list' }).click()
    await expect.poll(() => app.store.getState().pictures.length).toBe(1)
  })

  it('are filtered by a press on the number beside a tag, and by another press shown again', async () => {
    const { app } = await setup({ names: ['car-1.svg', 'car-2.svg', 'truck-1.svg'] })
    const only = page.getByRole('button', { name: 'Show only 2 pictures' })
    await only.click()
    await expect.poll(() => page.getByRole('gridcell').elements().length).toBe(2)
    await only.click()
    await expect.poll(() => page.getByRole('gridcell').elements().length).toBe(3)
    expect(app.store.getState().filter.answers).toEqual([])
  })

  it('that fail stand among the others with a way on', async () => {
    await setup({ names: ['car-1.svg', 'broken.jpg', 'truck-1.svg'] })
    const card = page.getByRole('gridcell', { name: /^broken.jpg, failed/ })
    await expect.element(card.getByRole('button', { name: 'Retry' })).toBeVisible()
    await expect.element(page.getByRole('gridcell', { name: /^truck-1.svg, truck,/ })).toBeVisible()
  })

  it('of a long list stand on the page only where they are seen', async () => {
    const { grid } = await setup({ pictures: 600 })
    await expect.element(grid).toHaveAttribute('aria-rowcount', expect.stringMatching(/^\d{3}$/))
    expect(page.getByRole('gridcell').elements().length).toBeLessThan(120)
  })

  it('dragged over the window are told what will happen', async () => {
    await setup()
    window.dispatchEvent(new DragEvent('dragenter', { dataTransfer: new DataTransfer(), bubbles: true }))
    await expect.element(page.getByText('Add 3 pictures')).toBeVisible()
  })
})

describe('the page', () => {
  it('shows its keys at a question mark, but not while a tag is typed', async () => {
    const { field } = await setup()
    await field.click()
    await userEvent.keyboard('?')
    await expect.element(field).toHaveValue('?')
    await userEvent.keyboard('{Escape}{Tab}')
    await userEvent.keyboard('?')
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).not.toBeInTheDocument()
  })

  it('lets the question mark be switched off, for those who dictate', async () => {
    const { grid } = await setup({ pictures: 2 })
    await page.getByRole('button', { name: 'Keys' }).click()
    await page.getByRole('checkbox', { name: /^The question mark opens this list/ }).click()
    await userEvent.keyboard('{Escape}')
    await expect.element(grid).toBeVisible()
    await userEvent.keyboard('?')
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).not.toBeInTheDocument()
    localStorage.removeItem('taglens.question-mark')
  })
})
