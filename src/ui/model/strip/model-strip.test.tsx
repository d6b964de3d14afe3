import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Bytes } from '../../../core/brands'
import { hubSource, QUICK_LOOK_ID } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { sketchPicture } from '../../../testing/sketch/sketch-pictures'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
  document.body.replaceChildren()
})

const hub = (id: string) => hubSource(HUB_HOST, id)
const chosen = (id: string) => ({ source: hub(id), dtype: 'auto', device: 'auto' }) as const

/** One of several, by the keys of a radio group, as those without a mouse do. */
const press = (name: string) => {
  const radio = page.getByRole('radio', { name, exact: true }).element()
  if (radio instanceof HTMLElement) radio.click()
}

/** The page with Mini answering and photographs, which it cannot tell. */
const setup = async (size: readonly [width: number, height: number] = [1280, 800]) => {
  await setViewport(...size)
  const { app, whenIdle, site, words } = createFakeApp()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, createFakeUiPlatform().platform, site, words))
  app.actions.loadBuiltIn()
  app.actions.addPictures(['car-1.jpg', 'truck-2.jpg'].map((name, i) => sketchPicture(i + 1, name)))
  await whenIdle()
  return {
    app,
    strip: page.getByRole('region', { name: 'Model' }),
    phase: () => app.store.getState().model,
    answering: () => {
      const { model } = app.store.getState()
      return 'previous' in model ? model.previous?.model.id : null
    },
    /** A download that stays at two fifths. */
    beginDownload: async () => {
      void app.actions.loadModel(hub('owner/slow-clip'))
      await expect.element(page.getByRole('region', { name: 'Model' })).toHaveTextContent(/slow-clip.*40 %/)
    },
  }
}

describe('where the host cannot be had', () => {
  it('“Host” leads to the field for another one, and “Retry” asks that one', async () => {
    const { app, strip, phase } = await setup()
    void app.actions.getModel(chosen('owner/offline'), 1e6 as Bytes)
    await strip.getByRole('button', { name: 'Host', exact: true }).click()
    const field = page.getByRole('textbox', { name: 'Where models of the hub come from' })
    await expect.element(field).toHaveFocus()
    await expect.element(field).toBeInViewport({ ratio: 1 })
    await field.fill('https://mirror.example')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await strip.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(() => phase().kind).toBe('failed')
    await expect.element(strip.getByText('mirror.example gives no answer')).toBeVisible()
  })

  it('the field is led to from within the panel too, wherever that stands', async () => {
    const { app } = await setup()
    void app.actions.getModel(chosen('owner/offline'), 1e6 as Bytes)
    await page.getByRole('button', { name: /^Model:/ }).click()
    const panel = page.getByRole('dialog', { name: 'Model' })
    press('On this device')
    await panel.getByRole('button', { name: 'Host', exact: true }).click()
    const field = page.getByRole('textbox', { name: 'Where models of the hub come from' })
    await expect.element(field).toHaveFocus()
    await expect.element(field).toBeInViewport({ ratio: 1 })
  })
})

describe('a quick look', () => {
  it('that the host does not have says so, with what can be done, and leaves the download alone', async () => {
    const { app, strip, phase, beginDownload } = await setup()
    await beginDownload()
    app.actions.setModelHost('https://missing.example')
    await strip.getByRole('button', { name: /^Quick look/ }).click()
    const said = strip.getByText(/missing\.example does not have the model for a quick look/)
    await expect.element(said).toBeVisible()
    expect(phase()).toMatchObject({ kind: 'loading', progress: { stage: 'downloading' } })
    await strip.getByRole('button', { name: 'Host', exact: true }).click()
    await expect
      .element(page.getByRole('textbox', { name: 'Where models of the hub come from' }))
      .toHaveFocus()
    app.actions.setModelHost(HUB_HOST)
    await strip.getByRole('button', { name: 'Retry' }).click()
    await expect.element(said).not.toBeInTheDocument()
    await expect.element(strip).toHaveTextContent(/names things by its own thousand labels/)
    expect(phase()).toMatchObject({ kind: 'loading', choice: { source: { id: 'owner/slow-clip' } } })
  })

  it('answers while a download is put off, which goes on from there', async () => {
    const { strip, phase, answering, beginDownload } = await setup()
    await beginDownload()
    await strip.getByRole('button', { name: 'Pause' }).click()
    await strip.getByRole('button', { name: /^Quick look/ }).click()
    await expect.poll(answering).toBe(QUICK_LOOK_ID)
    expect(phase().kind).toBe('paused')
    await strip.getByRole('button', { name: 'Resume' }).click()
    await expect.poll(() => phase().kind).toBe('loading')
    expect(answering()).toBe(QUICK_LOOK_ID)
  })
})

describe('a model that has come', () => {
  it('is told of until that was noted, on a phone that shows the grid meanwhile too', async () => {
    const { app, strip } = await setup([390, 844])
    press('All 2')
    await expect.element(page.getByRole('grid', { name: 'Pictures' })).toBeVisible()
    await app.actions.loadModel(hub('owner/clip'))
    press('Ranking')
    await expect.element(strip.getByText(/owner\/clip is ready/)).toBeVisible()
    await strip.getByRole('button', { name: 'Dismiss' }).click()
    await expect.element(strip).not.toBeInTheDocument()
  })

  it('offers the template of photographs, which takes it away', async () => {
    const { app, strip } = await setup()
    await app.actions.loadModel(hub('owner/clip'))
    await strip.getByRole('button', { name: 'Use it' }).click()
    expect(app.store.getState().settings.template).toBe('a photo of a {}')
    await expect.element(strip).not.toBeInTheDocument()
  })

  it('is not told of where the download was given up, or where it was here already', async () => {
    const { app, strip, phase, beginDownload } = await setup()
    await beginDownload()
    await strip.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => phase().kind).toBe('ready')
    await expect.element(strip).not.toBeInTheDocument()
    await app.actions.loadModel(hub('owner/clip'))
    await strip.getByRole('button', { name: 'Dismiss' }).click()
    app.actions.loadBuiltIn()
    await expect.poll(() => app.store.getState().model).toMatchObject({ model: { name: 'Mini' } })
    await app.actions.loadModel(hub('owner/clip'))
    await expect.element(page.getByRole('list', { name: 'Tags, best first' })).toBeVisible()
    await expect.element(strip).not.toBeInTheDocument()
  })
})

describe('what is under way or has failed', () => {
  it('says why it failed, and can be tried again or put away beside the ranking', async () => {
    const { app, strip } = await setup()
    void app.actions.loadModel(hub('owner/corrupt'))
    await expect.element(strip.getByText('MODEL_CORRUPT')).toBeVisible()
    await expect.element(strip.getByRole('button', { name: 'Retry' })).toBeVisible()
    await strip.getByRole('button', { name: 'Dismiss' }).click()
    await expect.element(page.getByRole('button', { name: /^Get / }).first()).toBeVisible()
  })

  it('says what it waits for, and gives the offer back when it is not wanted now', async () => {
    const { app, strip } = await setup()
    void app.actions.chooseModel(chosen('owner/clip'))
    await expect.element(strip.getByText(/153 MB/)).toBeVisible()
    await strip.getByRole('button', { name: 'Not now' }).click()
    await expect.element(page.getByRole('button', { name: /^Get / }).first()).toBeVisible()
  })

  it('leads from “Other models” to those that there are to choose from', async () => {
    await setup()
    await page.getByRole('button', { name: 'Other models' }).first().click()
    await expect.element(page.getByRole('radio', { name: 'Choose', exact: true })).toBeChecked()
  })

  it('has no mark of verified numbers while photographs get no answer', async () => {
    const { app } = await setup()
    const chip = page.getByRole('button', { name: /^Model:/ })
    await expect.element(chip).not.toHaveTextContent('verified')
    app.actions.removePictures(app.store.getState().pictures.map(({ id }) => id))
    await expect.element(chip).toHaveTextContent('verified')
  })
})
