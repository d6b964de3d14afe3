import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../testing/set-viewport'
import { sketchPicture } from '../../testing/sketch/sketch-pictures'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

it('scores are narrowed by keys and by drawing, and a chip takes that away', async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  app.actions.addPictures(Array.from({ length: 12 }, (_, i) => sketchPicture(i + 1)))
  app.actions.loadBuiltIn()
  await whenIdle()
  const filter = () => app.store.getState().filter

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'By score…' }).click()
  const strip = page.getByRole('region', { name: 'Only these scores' })
  const least = strip.getByRole('slider', { name: /^Least score/ })
  await expect.element(least).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(filter().ranges).toEqual([expect.objectContaining({ least: 0.02, most: 1 })])
  const chip = page.getByRole('list', { name: 'Only shown' })
  await expect.element(chip.getByText('2–100 %')).toBeVisible()

  // Drawn from a quarter to three quarters of the bars.
  const bars = least.element().parentElement?.parentElement
  if (!bars) throw new Error('there are no bars')
  const { left, top, width } = bars.getBoundingClientRect()
  const pointer = (type: string, share: number) =>
    bars.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        clientX: left + width * share,
        clientY: top + 9,
      }),
    )
  // A pointer that a test makes cannot be captured.
  bars.setPointerCapture = () => undefined
  pointer('pointerdown', 0.25)
  pointer('pointermove', 0.75)
  pointer('pointerup', 0.75)
  expect(filter().ranges).toEqual([expect.objectContaining({ least: 0.25, most: 0.75 })])

  await chip.getByRole('button', { name: /^Stop showing only/ }).click()
  expect(filter().ranges).toEqual([])
  await expect.element(least).toHaveValue('0')
  pointer('pointerdown', 0.01)
  pointer('pointerup', 0.01)
  await expect.element(least).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(strip).not.toBeInTheDocument()
  await expect.element(page.getByRole('grid', { name: 'Pictures' })).toHaveFocus()
})
