import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeApp } from '../../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../../testing/set-viewport'
import { sketchPicture } from '../../../../testing/sketch/sketch-pictures'
import { renderApp } from '../../../render-app'
import '../../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

it('a large picture is looked at closely by keys, wheel and double press, and nothing beside it moves', async () => {
  await setViewport(1280, 800)
  const { app, site, words, whenIdle } = createFakeApp()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  app.actions.addPictures([1, 2, 3].map((seed) => sketchPicture(seed, `${seed}.svg`)))
  app.actions.loadBuiltIn()
  await whenIdle()
  const grid = page.getByRole('grid', { name: 'Pictures' })
  await grid.getByRole('gridcell').first().dblClick()
  const large = page.getByRole('group', { name: 'Large picture' })
  await expect.element(large).toHaveFocus()
  const image = large.getByRole('img', { name: '1.svg' })
  await expect.element(image).toBeVisible()
  const box = () => image.element().getBoundingClientRect()
  const settled = () => Promise.all(document.getAnimations().map(({ finished }) => finished))
  const back = page.getByRole('button', { name: 'All pictures', exact: true }).element()
  const [fitted, beside] = [box(), back.getBoundingClientRect()]
  const focused = () => app.store.getState().selection.focusId

  await userEvent.keyboard('+++')
  await settled()
  expect(box().width / fitted.width).toBeCloseTo(1.5 ** 3, 1)
  const [first, x] = [focused(), box().x]
  await userEvent.keyboard('{ArrowLeft}')
  await settled()
  expect(box().x).toBeGreaterThan(x)
  expect(focused()).toBe(first)
  await userEvent.keyboard('0')
  await settled()
  expect(box()).toEqual(fitted)
  await userEvent.keyboard('{ArrowRight}')
  expect(focused()).not.toBe(first)
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(image).toBeVisible()

  // What lies under the wheel stays there.
  const at = { clientX: fitted.x + fitted.width / 4, clientY: fitted.y + fitted.height / 4 }
  const wheel = new WheelEvent('wheel', { ...at, deltaY: -400, bubbles: true, cancelable: true })
  image.element().dispatchEvent(wheel)
  expect(wheel.defaultPrevented).toBe(true)
  await expect.poll(() => box().width).toBeGreaterThan(fitted.width * 1.5)
  expect((at.clientX - box().x) / box().width).toBeCloseTo(0.25, 1)
  await page.getByRole('button', { name: /^Fit, from \d/ }).click()
  await settled()
  await image.dblClick()
  await settled()
  expect(box().width).toBeGreaterThanOrEqual(fitted.width * 2)
  await image.dblClick()
  await settled()
  expect(box()).toEqual(fitted)
  expect(back.getBoundingClientRect()).toEqual(beside)
})
