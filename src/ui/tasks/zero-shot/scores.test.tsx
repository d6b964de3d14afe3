import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

/** The page with these pictures, ranked among `tags` by the made-up engine; what a picture shows is its name. */
const setup = async (names: readonly string[], tags: readonly string[] = ['car', 'truck', 'person']) => {
  await setViewport(1280, 900)
  const { app, whenIdle, site, words } = createFakeApp({ tags, theme: 'light' })
  const { platform, copied, saved } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(names.map((name, i) => sketchPicture(50 + i, name)))
  await whenIdle()
  return {
    app,
    copied,
    saved,
    cell: (name: RegExp) => page.getByRole('gridcell', { name }),
    open: (title: string) => {
      const summaries = [...document.querySelectorAll('summary')]
      summaries.find(({ textContent }) => textContent.startsWith(title))?.click()
    },
  }
}

describe('none of these', () => {
  it('is said of a picture that no tag fits, and counted and filtered like a tag', async () => {
    const { cell, app } = await setup(['car-1.svg', 'document-1.svg', 'document-2.svg'])
    await expect.element(cell(/^document-1.svg, none of these, nearest \w+, /)).toBeVisible()
    await expect.element(cell(/^car-1.svg, car, /)).toBeVisible()
    await page.getByRole('button', { name: 'Show only 2 pictures' }).click()
    await expect.poll(() => page.getByRole('gridcell').elements().length).toBe(2)
    app.actions.select(app.store.getState().pictures[1]?.id ?? '', 'only')
    await expect.element(page.getByText('comes nearest, but does not fit well enough')).toBeVisible()
  })

  it('is left to a tag for the rest where there is one', async () => {
    const { cell } = await setup(['document-1.svg', 'car-1.svg'], ['car', 'truck', 'Other'])
    await expect.element(cell(/^document-1.svg, Other, /)).toBeVisible()
    await expect.element(cell(/^car-1.svg, car, /)).toBeVisible()
  })

  it('is not said where no one wants to hear it, and more often with a larger margin', async () => {
    const { cell, open } = await setup(['car-1.svg', 'document-1.svg'])
    open('Scoring')
    await expect.element(page.getByText('1 picture fits none of these.')).toBeVisible()
    await page.getByRole('slider', { name: 'Margin for “none of these”' }).click()
    await userEvent.keyboard('{End}')
    await expect.element(page.getByText('2 pictures fit none of these.')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Say when none of these fits' }).click()
    await expect.element(cell(/^document-1.svg, (car|truck|person), /)).toBeVisible()
  })
})

describe('an answer', () => {
  it('has a tick only while it is likelier than all other tags together', async () => {
    const { app } = await setup(['car-1.svg'], ['car', 'truck', 'person', 'bus', 'boat'])
    const best = page.getByRole('list', { name: 'Tags, best first' }).getByRole('listitem').first()
    const hasTick = () => best.element().querySelector('svg.text-ok') !== null
    await expect.element(best).toHaveAccessibleName(/^car, [5-9]\d /)
    await expect.poll(hasTick).toBe(true)
    app.actions.setTemperature(20)
    await expect.element(best).toHaveAccessibleName(/^car, [1-4]\d /)
    await expect.element(best).toHaveAccessibleDescription('accepted')
    await expect.poll(hasTick).toBe(false)
  })
})

describe('several tags', () => {
  it('are accepted at once where that is wanted, each from a threshold of its own', async () => {
    const { open } = await setup(['car-1.svg'])
    const rows = page.getByRole('list', { name: 'Tags, best first' }).getByRole('listitem')
    const accepted = () =>
      rows
        .elements()
        .filter((row) => row.getAttribute('aria-description')?.startsWith('accepted'))
        .map((row) => row.getAttribute('aria-label')?.split(',')[0])
    await expect.poll(accepted).toEqual(['car'])
    open('Scoring')
    await page.getByRole('radio', { name: 'Several tags' }).click()
    await page.getByRole('combobox', { name: 'A threshold of its own for' }).selectOptions('person')
    const slider = page.getByRole('slider', { name: 'Least match' })
    slider.element().focus()
    // The first key sets a threshold, and the next ones find the same slider.
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect.element(slider).toHaveFocus()
    await expect.element(slider).toHaveValue('48')
    await userEvent.keyboard('{Home}')
    await expect.poll(accepted).toEqual(['car', 'person'])
    await page.getByRole('button', { name: 'Remove threshold' }).click()
    await expect.poll(accepted).toEqual(['car'])
    await expect.element(slider).toHaveValue('50')
  })
})

describe('results', () => {
  it('are copied in the forms of the hosted services', async () => {
    const { copied } = await setup(['car-1.svg'])
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'As VehiCore answers' }).click()
    await expect.poll(() => JSON.parse(copied[0] ?? '{}') as unknown).toMatchObject({ result: 'car' })
    await expect.element(page.getByText('Copied', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Copy in another form' }).click()
    await page.getByRole('menuitem', { name: 'Roboflow request, Python' }).click()
    await expect.poll(() => copied[1]).toContain('"prompt": ["car","truck","person"]')
  })

  it('of all pictures are saved as a table', async () => {
    const { saved } = await setup(['car-1.svg', 'truck-1.svg', 'broken.jpg'])
    await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
    await page.getByRole('menuitem', { name: /^Table/ }).click()
    await expect.poll(() => saved.length).toBe(1)
    const lines = (await saved[0]?.content.text())?.trimEnd().split('\r\n') ?? []
    expect(saved[0]?.name).toBe('taglens.csv')
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['car-1.svg', 'car'],
      ['truck-1.svg', 'truck'],
      ['broken.jpg', ''],
    ])
  })
})

it('a built-in set takes the place of the tags, and they are saved as a file', async () => {
  const { app, saved } = await setup(['car-1.svg'])
  await page.getByRole('button', { name: 'Tag sets' }).click()
  await page.getByRole('menuitem', { name: /^Documents/ }).click()
  expect(app.store.getState().tags.map(({ text }) => text)).toContain('invoice')
  await page.getByRole('button', { name: 'Tag sets' }).click()
  await page.getByRole('menuitem', { name: 'Save these tags .txt' }).click()
  await expect.poll(() => saved.length).toBe(1)
  expect(await saved[0]?.content.text()).toMatch(/^invoice\nreceipt\n/)
  app.actions.undo()
  expect(app.store.getState().tags.map(({ text }) => text)).toEqual(['car', 'truck', 'person'])
})

describe('sets of one’s own', () => {
  const openDialog = async () => {
    await page.getByRole('button', { name: 'Tag sets' }).click()
    await page.getByRole('menuitem', { name: 'Your sets…' }).click()
  }
  const name = page.getByRole('textbox', { name: 'Name of a new set' })

  it('are saved under a name, listed in the menu, and taken with a step that undo takes back', async () => {
    const { app } = await setup(['car-1.svg'], ['car', 'red, green'])
    await openDialog()
    await name.fill('Mine')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Saved as “Mine”.')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    app.actions.replaceTags(['truck'])
    await page.getByRole('button', { name: 'Tag sets' }).click()
    await page.getByRole('menuitem', { name: /^Mine/ }).click()
    const tags = () => app.store.getState().tags.map(({ text }) => text)
    expect(tags()).toEqual(['car', 'red, green'])
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(tags()).toEqual(['truck'])
  })

  it('of a name that is taken ask, and none is lost by a slip', async () => {
    const { app } = await setup(['car-1.svg'])
    ;(await app.actions.ownTagSets.load()).keepTagSet('Mine', false)
    app.actions.replaceTags(['truck'])
    await openDialog()
    await name.fill('mine')
    await page.getByRole('button', { name: 'Save 1 tag' }).click()
    await expect.element(page.getByText('There is a set of this name already.')).toBeVisible()
    await page.getByRole('button', { name: 'Replace it' }).click()
    const sets = () => app.store.getState().tagSets
    await expect.poll(sets).toEqual([{ name: 'mine', tags: ['truck'] }])
    await page.getByRole('button', { name: 'Delete mine' }).click()
    await expect.poll(sets).toEqual([])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(sets).toEqual([{ name: 'mine', tags: ['truck'] }])
  })

  it('are renamed, and Escape leaves the name and the dialog as they are', async () => {
    const { app } = await setup(['car-1.svg'])
    ;(await app.actions.ownTagSets.load()).keepTagSet('Mine', false)
    await openDialog()
    await page.getByRole('button', { name: 'Rename Mine' }).click()
    await userEvent.keyboard('x{Escape}')
    await expect.element(page.getByRole('button', { name: 'Use Mine' })).toBeVisible()
    await page.getByRole('button', { name: 'Rename Mine' }).click()
    await page.getByRole('textbox', { name: 'New name of Mine' }).fill('__proto__')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: 'Use __proto__' })).toBeVisible()
    const dialog = page.getByRole('dialog').element()
    expect((await axe.run(dialog)).violations).toEqual([])
    await page.getByRole('button', { name: 'Use __proto__' }).click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })
})

describe('templates', () => {
  it('come as presets, and show what they do', async () => {
    const { open, app } = await setup(['car-1.svg'])
    open('Template')
    await expect.element(page.getByText(/points ahead on average/)).toBeVisible()
    await page.getByRole('button', { name: 'Presets' }).click()
    await page.getByRole('menuitem', { name: 'OpenAI’s seven', exact: true }).click()
    await expect.poll(() => app.store.getState().settings.template.split('\n').length).toBe(7)
    await expect.element(page.getByText('The model reads 7 prompts, the first is')).toBeVisible()
    await expect.element(page.getByText('itap of a car.', { exact: true })).toBeVisible()
  })

  it('and a tag being typed say how many tokens they take', async () => {
    await setup(['car-1.svg'])
    await page.getByRole('button', { name: 'truck', exact: true }).dblClick()
    await expect.element(page.getByText('2 of 77 tokens')).toBeInTheDocument()
  })
})

it('gives axe nothing to find with everything open', async () => {
  const { cell, open } = await setup(['car-1.svg', 'document-1.svg'])
  await expect.element(cell(/^car-1.svg, car, /)).toBeVisible()
  open('Scoring')
  open('Template')
  open('Details')
  await page.getByRole('button', { name: 'Match', exact: true }).click()
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
})
