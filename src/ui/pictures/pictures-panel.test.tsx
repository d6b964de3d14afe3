import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
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
