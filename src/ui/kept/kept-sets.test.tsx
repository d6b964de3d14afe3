import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Bytes } from '../../core/brands'
import type { KeptSet } from '../../core/desk/kept-set'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

const keptSet = (folder: string): KeptSet => ({
  id: folder,
  folder,
  pictures: 3,
  bytes: 3e6 as Bytes,
  inPlace: 0,
  missing: 0,
  changedAt: 1,
  isOpen: false,
})

it('Privacy lists what is kept by now, another tab’s too, each time that it is opened', async () => {
  const earlier = [keptSet('Holiday')]
  const { app, site, words, whenIdle } = createFakeApp({ earlier })
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  await whenIdle()
  const privacy = page.getByRole('dialog', { name: 'Privacy' })
  const open = async () => {
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(page.getByRole('combobox')).toHaveFocus()
    await userEvent.keyboard('privacy{Enter}')
  }
  await open()
  await expect.element(privacy.getByText(/Holiday/).first()).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(privacy).not.toBeInTheDocument()
  earlier.unshift(keptSet('Garden'))
  await open()
  await expect.element(privacy.getByText(/Garden/).first()).toBeVisible()
})
