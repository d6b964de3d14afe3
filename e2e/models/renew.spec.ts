import { expect, type Page } from '@playwright/test'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** Another commit of `test/moving`: a name, or a vision graph that is none. */
const move = (hub: HubServer, to: string) => fetch(`${hub.origin}/move/moving?${to}`)

const chip = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Model: ${name}`) })

test('a newer commit of a stored model comes when its size was agreed to, and one that cannot run leaves the old one', async ({
  app,
  page,
  hub,
}) => {
  await move(hub, 'name=First')
  await app.start(['red', 'green'])
  await app.loadFromHub('test/moving')
  await app.dropPictures([plainPicture('green')])
  await chip(page, 'First').click()
  const panel = page.getByRole('dialog', { name: 'Model' })
  await panel.getByRole('radio', { name: 'On this device' }).check()
  const ask = panel.getByRole('button', { name: 'Check for a newer version of test/moving' })

  await test.step('there is none', async () => {
    await ask.click()
    await expect(panel.getByText('The newest version of test/moving is here.')).toBeVisible()
    await panel.getByRole('button', { name: 'Dismiss' }).click()
  })

  await test.step('there is one, which says what it takes', async () => {
    await move(hub, 'name=Second')
    const since = hub.requests.length
    await ask.click()
    await expect(panel.getByText(/^A newer version is there; [\d.]+ kB of it is missing here/)).toBeVisible()
    expect(hub.requests.slice(since).filter(({ path }) => path.endsWith('.onnx'))).toEqual([])
    await expect(chip(page, 'First')).toBeVisible()
    await panel.getByRole('button', { name: /^Download/ }).click()
    await expect(chip(page, 'Second')).toBeVisible()
    await app.expectBest('green')
  })

  await test.step('one that cannot run, asked for in the palette', async () => {
    await page.keyboard.press('Escape')
    await move(hub, 'broken')
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('combobox').fill('newer')
    await page.getByRole('option', { name: 'Check for a newer test/moving' }).click()
    await panel.getByRole('button', { name: /^Download/ }).click()
    await chip(page, 'test/moving failed').click()
    await expect(panel.getByText(/vision_model\.onnx is not what it should be/)).toBeVisible()
    await expect(panel.getByText('Second stays in use meanwhile.')).toBeVisible()
    await app.expectBest('green')
  })

  // Nor at the next visit, without a word to its host.
  const since = hub.requests.length
  await app.open()
  expect(
    await page.evaluate(
      (host) => window.taglens.loadModel({ id: 'test/moving', host, device: 'wasm' }),
      hub.origin,
    ),
  ).toMatchObject({ name: 'Second', kept: true })
  expect(hub.requests.slice(since)).toEqual([])
})
