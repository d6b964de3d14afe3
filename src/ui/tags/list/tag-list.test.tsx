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

it('a thousand tags are gone through to the last while the code that draws so many is on its way', async () => {
  await setViewport(1280, 800)
  const { app, site, words } = createFakeApp({ theme: 'light' })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  close = renderApp(root, app, createFakeUiPlatform().platform, site, words)
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
