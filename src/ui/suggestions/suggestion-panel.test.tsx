import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { fixedLabelCatalogue } from '../../core/model/catalogue/fixed-label-catalogue'
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

/** The page without tags and with pictures of these names, and a model that makes everything up. */
const setup = async (names: readonly string[], modelId: string = DEFAULT_HUB_ID) => {
  await setViewport(1280, 900)
  const { app, whenIdle, site, words } = createFakeApp({ tags: [], theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  await app.actions.loadModel(hubSource(HUB_HOST, modelId))
  app.actions.addPictures(names.map((name, i) => sketchPicture(50 + i, name)))
  await whenIdle()
  return { app, tags: () => app.store.getState().tags.map(({ text }) => text) }
}

const suggest = page.getByRole('button', { name: 'Suggest tags' })

it('a set without tags is offered some, which a key makes tags and takes back', async () => {
  const { app, tags } = await setup(['car-1.svg', 'car-2.svg', 'truck-1.svg'])
  await suggest.click()
  const car = page.getByRole('button', { name: 'Add the tag car, which says most of 2' })
  await expect.element(car).toBeVisible()
  const element = car.element()
  if (element instanceof HTMLElement) element.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(tags).toEqual(['car'])
  await expect.element(page.getByRole('button', { name: 'Remove the tag car' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(tags).toEqual([])
  app.actions.undo()
  await expect.poll(tags).toEqual(['car'])
})

it('all of them are added in one step', async () => {
  const { app, tags } = await setup(['car-1.svg', 'truck-1.svg'])
  await suggest.click()
  await page.getByRole('button', { name: 'Add all' }).click()
  await expect.poll(tags).toEqual(expect.arrayContaining(['car', 'truck']))
  app.actions.undo()
  expect(tags()).toEqual([])
})

it('they can be of the one picture in focus', async () => {
  const { app } = await setup(['car-1.svg', 'truck-1.svg'])
  app.actions.select(app.store.getState().pictures[1]?.id ?? '', 'only')
  await suggest.click()
  await page.getByRole('radio', { name: 'This picture' }).click()
  await expect.element(page.getByRole('button', { name: 'Add the tag truck', exact: true })).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Add the tag car', exact: true }))
    .not.toBeInTheDocument()
})

it('they are in sight once they are there, of the picture under which they stand where there are tags', async () => {
  const { app } = await setup(['car-1.svg', 'truck-1.svg'])
  app.actions.addTags(Array.from({ length: 12 }, (_, i) => `something else ${i}`).join('\n'))
  app.actions.select(app.store.getState().pictures[1]?.id ?? '', 'only')
  await setViewport(1280, 600)
  await suggest.click()
  await expect.element(page.getByRole('radio', { name: 'This picture' })).toBeChecked()
  await expect.element(page.getByRole('button', { name: 'What else?' })).toBeInViewport({ ratio: 1 })
})

it('a model of fixed labels offers none', async () => {
  await setup(['car-1.svg'], fixedLabelCatalogue[0]?.id)
  await expect.element(suggest).not.toBeInTheDocument()
})
