import { afterEach, expect, it } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../testing/set-viewport'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'
import { renderApp } from '../../render-app'
import '../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

const setup = async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp()
  const { platform, saved } = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures(Array.from({ length: 12 }, (_, i) => sketchPicture(i + 1)))
  await whenIdle()
  return { app, saved, whenIdle }
}

/** Presses Tab until something has focus. */
const tabTo = async (target: Locator) => {
  await expect.element(target).toBeVisible()
  for (let presses = 0; presses < 40 && document.activeElement !== target.element(); presses += 1)
    await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(target.element())
}

const dialog = page.getByRole('dialog', { name: 'Compare answers' })

const open = async () => {
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await userEvent.keyboard('Compare with another')
  await expect
    .element(page.getByRole('option', { selected: true }))
    .toHaveTextContent('Compare with another wording or model')
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).toBeVisible()
}

it('two wordings are compared by keys alone, and a picture that they differ on is opened with both', async () => {
  const { saved } = await setup()
  await open()
  await tabTo(dialog.getByRole('textbox', { name: /^Wording of B/ }))
  await userEvent.keyboard('{Control>}a{/Control}a photo of the inside of a {{}')
  await tabTo(dialog.getByRole('button', { name: 'Compare', exact: true }))
  await userEvent.keyboard('{Enter}')
  await expect
    .element(dialog.getByRole('region', { name: 'Figures' }))
    .toHaveTextContent('a photo of the inside of a {}')

  const differing = dialog.getByRole('checkbox', { name: 'Only where they differ' })
  const rows = dialog.getByRole('table', { name: 'Pictures, those that differ first' }).getByRole('button')
  await expect.element(rows.first()).toBeVisible()
  const few = rows.elements().length
  await tabTo(differing)
  await userEvent.keyboard(' ')
  await expect.poll(() => rows.elements().length).toBe(12)
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(12)
  await tabTo(dialog.getByRole('button', { name: 'Save as CSV' }))
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => saved.length).toBe(1)
  await tabTo(rows.first())
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).not.toBeInTheDocument()
  const beside = page.getByRole('region', { name: 'What both say of this picture' })
  await expect.element(beside.getByRole('table')).toBeVisible()
  await expect.element(page.getByRole('group', { name: 'Large picture' })).toBeVisible()
  await tabTo(beside.getByRole('button', { name: 'Close the comparison' }))
  await userEvent.keyboard('{Enter}')
  await expect.element(beside).not.toBeInTheDocument()
  expect(document.activeElement).not.toBe(document.body)
})

it('what one model said is kept by keys alone, and stands beside what the next one says', async () => {
  const { app, whenIdle } = await setup()
  await open()
  await tabTo(dialog.getByRole('button', { name: 'Keep these answers and load another model' }))
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog', { name: /^Model/ })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  // How a model is chosen by keys is tried where its panel is.
  await app.actions.loadModel(hubSource(HUB_HOST, 'owner/other-clip'))
  await whenIdle()
  await open()
  const figures = dialog.getByRole('region', { name: 'Figures' })
  await expect.element(figures).toHaveTextContent('A: owner/other-clip')
  await expect.element(figures).toHaveTextContent('B: CLIP ViT-B/32')
  await expect.element(figures).toHaveTextContent(/Answered by both\s*12/)
  // The other wording is chosen in its place, and the kept one again.
  await tabTo(dialog.getByRole('combobox', { name: 'What A is compared with' }))
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(dialog.getByRole('textbox', { name: /^Wording of B/ })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(figures).toHaveTextContent('B: CLIP ViT-B/32')
})
