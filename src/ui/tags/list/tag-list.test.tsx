import { flushSync } from 'react-dom'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

let close: () => void = () => undefined
afterEach(() => {
  close()
  document.body.replaceChildren()
})

/** The page, without pictures. */
const setup = async () => {
  await setViewport(1280, 800)
  const { app, site, words } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
  return app
}

it('a thousand tags are gone through to the last while the code that draws so many is on its way', async () => {
  const app = await setup()
  app.actions.replaceTags(['red', 'blue'])
  await page.getByRole('textbox', { name: 'Add tags' }).click()
  await userEvent.keyboard('{ArrowDown}')
  app.actions.addTags(Array.from({ length: 1000 }, (_, i) => `colour ${i}`).join('\n'))
  await new Promise(requestAnimationFrame)
  await userEvent.keyboard('{End}')
  const last = page.getByRole('button', { name: 'colour 999', exact: true })
  await expect.element(last).toHaveFocus()
  await expect.element(page.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '1002')
  await expect.element(last).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(page.getByRole('button', { name: 'colour 998', exact: true })).toHaveFocus()
})

it('a key that goes to a row goes there even where another list takes the place of this one before the next frame', async () => {
  const app = await setup()
  const many = (count: number) => Array.from({ length: count }, (_, i) => `colour ${i}`)
  // The code of long lists is here from now on: it comes without a wait.
  app.actions.replaceTags(many(200))
  await expect.element(page.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '200')
  app.actions.replaceTags(many(40))
  await page.getByRole('textbox', { name: 'Add tags' }).click()
  await userEvent.keyboard('{ArrowDown}')
  const first = page.getByRole('button', { name: 'colour 0', exact: true })
  await expect.element(first).toHaveFocus()
  // As a browser's own key does, the first draws before the second begins.
  flushSync(() => {
    first
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))
  })
  flushSync(() => {
    app.actions.addTags(many(200).slice(40).join('\n'))
  })
  await expect.element(page.getByRole('button', { name: 'colour 39', exact: true })).toHaveFocus()
})
