import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../testing/set-viewport'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'
import { renderApp } from '../../render-app'
import '../../theme.css'

let close: () => void = () => undefined
afterEach(() => {
  close()
  document.body.replaceChildren()
})

const question = 'Three of these pictures are the same as others'

/** The page with pictures and a question that waits for an answer. */
const setup = async (width: number, height: number) => {
  await setViewport(width, height)
  const { app, site, words, whenIdle } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
  app.actions.addPictures(Array.from({ length: 12 }, (_, i) => sketchPicture(i + 1, `car-${i}.svg`)))
  await whenIdle()
  app.actions.tell(() => question, {
    stays: true,
    action: { label: () => 'Conservar una de cada', run: () => undefined },
  })
  await expect.element(page.getByText(question)).toBeVisible()
  const boxOf = (found: Element | null) => found?.getBoundingClientRect() ?? new DOMRect()
  return {
    notice: () => boxOf(document.querySelector('[data-notices] li')),
    text: () => boxOf(page.getByText(question).element()),
    boxOf,
  }
}

it.each([
  [1280, 800],
  [1024, 768],
  [360, 740],
])('a question that stays covers no end of a list and stays readable, at %d x %d', async (width, height) => {
  const { notice, text, boxOf } = await setup(width, height)
  const grid = () => boxOf(document.querySelector('[data-picture-grid]'))
  await expect.poll(() => grid().bottom <= notice().top && grid().height > 200).toBe(true)
  expect(text().height).toBeLessThan(60)
  expect(notice().right).toBeLessThanOrEqual(width)
  expect(notice().left).toBeGreaterThanOrEqual(0)
  for (const button of document.querySelectorAll('[data-notices] button'))
    expect(boxOf(button).right).toBeLessThanOrEqual(notice().right)
})

it('a question lies above the controls of a large picture', async () => {
  const { notice, boxOf } = await setup(1280, 800)
  await page.getByRole('gridcell', { name: /^car-2/ }).dblClick()
  await expect.element(page.getByRole('group', { name: 'Large picture' })).toBeVisible()
  const footer = () => boxOf(document.querySelector('[data-large-view] footer'))
  await expect.poll(() => footer().height).toBeGreaterThan(0)
  expect(notice().bottom).toBeLessThanOrEqual(footer().top)
})
