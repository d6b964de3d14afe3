import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../testing/set-viewport'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { renderApp } from '../render-app'
import '../theme.css'

let close: () => void = () => undefined
afterEach(() => {
  close()
  document.body.replaceChildren()
})

it('keys that are pressed while the large view is on its way are done once it is there, in their order', async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
  app.actions.addPictures([1, 2, 3, 4].map((i) => sketchPicture(i, `car-${i}.svg`)))
  await whenIdle()
  await page.getByRole('gridcell', { name: /^car-1/ }).click()
  const grid = page.getByRole('grid', { name: 'Pictures' })
  grid.element().focus()
  await expect.element(grid).toHaveFocus()
  // In one go, as by a hand that knows the way: the code is asked for by the first of them.
  const press = (key: string, code = key) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
    )
  press(' ', 'Space')
  await expect.poll(() => document.activeElement?.matches('[data-large-view]')).toBe(true)
  expect(document.activeElement?.querySelector('footer')).toBeNull()
  press('ArrowRight')
  press('ArrowRight')
  await expect.element(page.getByText('3 of 4')).toBeVisible()
})

it('as many pictures go as Delete is pressed in the large view, however fast', async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
  app.actions.addPictures([1, 2, 3, 4, 5, 6].map((i) => sketchPicture(i, `car-${i}.svg`)))
  await whenIdle()
  await page.getByRole('gridcell', { name: /^car-1/ }).click()
  page.getByRole('grid', { name: 'Pictures' }).element().focus()
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }),
    )
  press(' ')
  await expect.poll(() => document.activeElement?.querySelector('footer')).toBeTruthy()
  // Before the next one is drawn.
  for (let i = 0; i < 4; i += 1) press('Delete')
  expect(app.store.getState().pictures.map(({ name }) => name)).toEqual(['car-5.svg', 'car-6.svg'])
})

it('keys that were meant for pictures press nothing once the last has left a filter', async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
  app.actions.addPictures([1, 2].map((i) => sketchPicture(i, `car-${i}.svg`)))
  await whenIdle()
  await page.getByRole('gridcell', { name: /^car-1/ }).click()
  page.getByRole('grid', { name: 'Pictures' }).element().focus()
  app.actions.filterByTag('none of these')
  await expect.element(page.getByRole('button', { name: 'Show all pictures' })).toBeVisible()
  await expect.poll(() => document.activeElement?.matches('[data-shows-all]')).toBe(true)
  await userEvent.keyboard(' {Enter}')
  await expect.element(page.getByRole('button', { name: 'Show all pictures' })).toBeVisible()
  await userEvent.tab()
  await expect.element(page.getByRole('button', { name: 'Show all pictures' })).toHaveFocus()
})

it('words that are typed before the field for them has come stand in it, and are no keys of the grid', async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
  await app.actions.loadModel(hubSource(HUB_HOST, DEFAULT_HUB_ID))
  app.actions.addPictures([1, 2, 3].map((i) => sketchPicture(i, `car-${i}.svg`)))
  await whenIdle()
  const button = page.getByRole('button', { name: 'Search by words' })
  await expect.element(button).toBeVisible()
  const pressed = document.querySelector<HTMLElement>('[aria-label="Search by words"]')
  pressed?.focus()
  pressed?.click()
  for (const key of ['a', ' ', 'u'])
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  const field = page.getByRole('textbox', { name: 'Search by words' })
  await expect.element(field).toHaveValue('a u')
  await expect.element(field).toHaveFocus()
  expect(document.querySelector('[data-large-view]')).toBeNull()
})
