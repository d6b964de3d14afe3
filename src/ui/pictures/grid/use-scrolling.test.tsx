import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
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

/** A page that is a few rows high, with so many pictures, all ranked. */
const setup = async (count: number) => {
  await setViewport(1280, 600)
  const { app, site, words, whenIdle } = createFakeApp()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  app.actions.addPictures(Array.from({ length: count }, (_, i) => sketchPicture(i + 1, `${i + 1}.svg`)))
  app.actions.loadBuiltIn()
  await whenIdle()
  const grid = page.getByRole('grid', { name: 'Pictures' })
  await expect.element(grid).toBeVisible()
  return { app, whenIdle, grid }
}

it.each([36, 60])(
  'another order of %i pictures begins at its beginning, and focus is followed when it moves again',
  async (count) => {
    const { app, whenIdle, grid } = await setup(count)
    const top = () => grid.element().scrollTop

    app.actions.select(app.store.getState().pictures.at(-1)?.id ?? '', 'only')
    await expect.poll(top).toBeGreaterThan(100)
    app.actions.setSort({ by: 'name', descending: false })
    await whenIdle()
    await expect.poll(top).toBe(0)
    await expect.element(grid.getByRole('gridcell').first()).toHaveTextContent(/^1\.svg/)

    app.actions.moveFocus(-1, 'only')
    await expect.poll(top).toBeGreaterThan(100)
    app.actions.setSort({ by: 'name', descending: true })
    await whenIdle()
    await expect.poll(top).toBe(0)
    await expect.element(grid.getByRole('gridcell').first()).toHaveTextContent(new RegExp(`^${count}\\.svg`))
  },
)

it('focus that goes with a new order is followed to its new place, whatever draws the grid between them', async () => {
  const { app, grid } = await setup(36)
  app.actions.select(app.store.getState().pictures[18]?.id ?? '', 'only')
  await expect.poll(() => grid.element().scrollTop).toBeGreaterThan(100)
  // The second of two changes within a frame is drawn with the next; a grid that scrolls is drawn at once.
  app.actions.setSort({ by: 'name', descending: false })
  app.actions.setSort({ by: 'name', descending: true })
  app.actions.select(app.store.getState().pictures[35]?.id ?? '', 'only')
  grid.element().scrollTop -= 10
  grid.element().dispatchEvent(new Event('scroll'))
  await expect.element(grid.getByRole('gridcell').first()).toHaveTextContent(/^36\.svg/)
  for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame)
  expect(grid.element().scrollTop).toBe(0)
})
