import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Bytes } from '../../core/brands'
import { hubSource } from '../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../core/model/model-source'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../testing/fakes/fake-ui-platform'
import { begunClip as begun, wholeMobileClip as whole } from '../../testing/model-fixtures'
import { setViewport } from '../../testing/set-viewport'
import { renderApp } from '../render-app'
import '../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const end of closing.splice(0)) end()
  document.body.replaceChildren()
})

const hub = (id: string) => hubSource(HUB_HOST, id)

interface Setup {
  readonly app?: Parameters<typeof createFakeApp>[0]
  readonly modelFiles?: readonly File[]
}

/** The page with Mini answering and the panel open, with what a person does as verbs. */
const setup = async ({ app: options, modelFiles = [] }: Setup = {}) => {
  await setViewport(1280, 800)
  const { app, whenIdle, site, words } = createFakeApp(options)
  const { platform, saved } = createFakeUiPlatform(modelFiles)
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, platform, site, words))
  app.actions.loadBuiltIn()
  await whenIdle()
  const chip = page.getByRole('button', { name: /^Model:/ })
  await chip.click()
  const panel = page.getByRole('dialog', { name: 'Model' })
  await expect.element(panel).toBeVisible()
  return {
    app,
    chip,
    panel,
    saved,
    phase: () => app.store.getState().model.kind,
    /** A part of the panel, by the keys of a radio group, as those without a mouse do. */
    open: async (name: string) => {
      const radio = page.getByRole('radio', { name, exact: true }).element()
      if (radio instanceof HTMLElement) radio.click()
      await expect.element(page.getByRole('radio', { name, exact: true })).toBeChecked()
      if (name === 'Choose') await panel.getByText('More models').click()
    },
    choose: (name: RegExp) =>
      panel.getByRole('list', { name: 'Models', exact: true }).getByRole('button', { name }),
    storedRow: (name: string) =>
      panel
        .getByRole('list', { name: 'Models on this device' })
        .getByRole('listitem')
        .filter({ hasText: name }),
  }
}

describe('choosing a model', () => {
  it('shows accuracy and size, then what it takes, and downloads at a second press only', async () => {
    const { choose, chip, open, panel, phase } = await setup()
    await open('Choose')
    await choose(/^CLIP ViT-B\/32 63.3 percent on ImageNet .* about \d+ MB$/).click()
    const card = panel.getByRole('region', { name: 'CLIP ViT-B/32' })
    await expect.element(card).toHaveFocus()
    await expect.element(card.getByText('It is 151 MB.')).toBeVisible()
    expect(phase()).toBe('planned')
    await card.getByRole('button', { name: 'Download 151 MB' }).click()
    await expect.element(chip).toHaveAccessibleName(/^Model: CLIP ViT-B\/32 .*WebGPU.* verified$/)
  })

  it('offers classifiers apart from the models that read tags, and asks for these just so', async () => {
    const { open, panel, phase } = await setup()
    await open('Choose')
    const classifiers = panel.getByRole('list', { name: 'With ImageNet’s labels' })
    await classifiers
      .getByRole('button', { name: /^ViT-B\/16 81.3 percent on ImageNet .* about \d+ MB$/ })
      .click()
    await expect.element(panel.getByRole('region', { name: 'ViT-B/16' })).toHaveFocus()
    expect(phase()).toBe('planned')
  })

  it('by precision asks again how large it is', async () => {
    const { choose, open, panel } = await setup()
    await open('Choose')
    await choose(/^CLIP ViT-B\/32/).click()
    await panel.getByRole('combobox', { name: 'Precision' }).selectOptions('fp32')
    await expect.element(panel.getByRole('button', { name: 'Download 605 MB' })).toBeVisible()
  })

  it('that is here already loads it at once', async () => {
    const { choose, chip, open } = await setup({ app: { stored: [whole] } })
    await open('Choose')
    await choose(/^MobileCLIP S0 On this device/).click()
    await expect.element(chip).toHaveAccessibleName(/^Model: MobileCLIP S0/)
  })

  it('of which too little room is left says so before', async () => {
    const storage = { persisted: false, usage: 9e7 as Bytes, quota: 1e8 as Bytes }
    const { choose, open, panel } = await setup({ app: { storage } })
    await open('Choose')
    await choose(/^CLIP ViT-L/).click()
    await expect.element(panel.getByText(/There is room for 10 MB only/)).toBeVisible()
  })

  it('by hand refuses what is no name, and takes one that is', async () => {
    const { open, panel, phase } = await setup()
    await open('Choose')
    await panel.getByText('Another model').click()
    const field = panel.getByRole('textbox', { name: 'Name on the hub' })
    await field.fill('nonsense')
    await userEvent.keyboard('{Enter}')
    await expect.element(panel.getByText('A model on the hub reads owner/name.')).toBeVisible()
    await field.fill('owner/unsized')
    await userEvent.keyboard('{Enter}')
    await expect.element(panel.getByRole('button', { name: 'Download', exact: true })).toBeVisible()
    expect(phase()).toBe('planned')
  })

  it('from a mirror goes by the mirror’s address', async () => {
    const { app, open, panel } = await setup()
    await open('Choose')
    await panel.getByText('huggingface.co', { exact: true }).click()
    const field = panel.getByRole('textbox', { name: 'Where models of the hub come from' })
    await field.fill('not an address')
    await userEvent.keyboard('{Enter}')
    await expect.element(panel.getByText('That is no web address.')).toBeVisible()
    await field.fill('hub.example')
    await userEvent.keyboard('{Enter}')
    expect(app.store.getState().settings.modelHost).toBe('https://hub.example')
  })
})

describe('a download', () => {
  it('shows on the chip, is paused, resumed and given up there', async () => {
    const { app, chip, phase } = await setup()
    void app.actions.loadModel(hub('owner/slow-clip'))
    await expect.element(chip).toHaveAccessibleName(/^Model: owner\/slow-clip 40 %$/)
    await page.getByRole('button', { name: 'Pause the download' }).click()
    await expect.element(chip).toHaveAccessibleName(/paused$/)
    await page.getByRole('button', { name: 'Resume the download' }).click()
    expect(phase()).toBe('loading')
    await page.getByRole('button', { name: 'Cancel loading' }).click()
    await expect.element(chip).toHaveAccessibleName(/^Model: Mini/)
    await expect.element(page.getByText('What has arrived is kept', { exact: false }).first()).toBeVisible()
  })

  it('that fails says what to do, and the model before it goes on', async () => {
    const { app, panel, phase } = await setup()
    await app.actions.loadModel(hub('owner/corrupt-clip'))
    await expect.element(panel.getByText('MODEL_CORRUPT')).toBeVisible()
    await expect.element(panel.getByText('Mini stays in use meanwhile.')).toBeVisible()
    await panel.getByRole('button', { name: 'Choose another' }).click()
    await expect.element(page.getByRole('radio', { name: 'Choose', exact: true })).toBeChecked()
    expect(phase()).toBe('ready')
  })

  it('whose numbers are wrong offers the CPU', async () => {
    const { app, panel } = await setup()
    await app.actions.loadModel(hub('owner/wrong-clip'))
    await panel.getByRole('button', { name: 'Use the CPU' }).click()
    await expect.element(panel.getByRole('combobox', { name: 'Runs on' })).toHaveValue('wasm')
  })
})

describe('the model in use', () => {
  it('tells how it was checked, and offers the graphics card again where it was demoted', async () => {
    const { app, open, panel, phase } = await setup()
    await app.actions.loadModel(hub('owner/demoted'))
    await open('In use')
    await expect
      .element(panel.getByText('The graphics card gave wrong numbers, so the CPU is used.'))
      .toBeVisible()
    await panel.getByRole('button', { name: 'Try the graphics card again' }).click()
    await expect.poll(phase).toBe('ready')
  })

  it('runs on our own kernels where the person wants it, and on ONNX Runtime again', async () => {
    const { app, chip, open, panel } = await setup()
    await app.actions.loadModel(hub('owner/demoted'))
    await open('In use')
    await panel.getByRole('button', { name: 'Try Taglens’ own kernels' }).click()
    const told = panel.getByText('Taglens’ own (int8), 0.0007 away from ONNX Runtime')
    await expect.element(told).toBeVisible()
    // Weights that are here are enough for that; finer ones are shown with their size first.
    await panel.getByRole('button', { name: 'Finer weights' }).click()
    const offered = 'fp16 is a little closer to the published model than q8, for 153 MB more.'
    await expect.element(panel.getByText(offered)).toBeVisible()
    await panel.getByRole('button', { name: 'Download 153 MB' }).click()
    await expect.element(panel).not.toBeInTheDocument()
    await chip.click()
    await expect.element(told).toBeVisible()
    await expect.element(panel.getByRole('button', { name: 'Finer weights' })).not.toBeInTheDocument()
    await panel.getByRole('button', { name: 'Back to ONNX Runtime' }).click()
    await expect.element(told).not.toBeInTheDocument()
    await expect.element(panel.getByRole('button', { name: 'Try Taglens’ own kernels' })).toBeVisible()
  })

  it('is shown by the notice that it was demoted', async () => {
    const { app, panel } = await setup()
    await userEvent.keyboard('{Escape}')
    await expect.element(panel).not.toBeInTheDocument()
    await app.actions.loadModel(hub('owner/demoted'))
    await page.getByRole('button', { name: 'Details' }).click()
    await expect.element(panel.getByRole('button', { name: 'Try the graphics card again' })).toBeVisible()
  })
})

describe('models on this device', () => {
  it('are deleted after a question asked in their place', async () => {
    const { open, panel, storedRow } = await setup({ app: { stored: [whole, begun] } })
    await open('On this device')
    await storedRow('MobileCLIP S0')
      .getByRole('button', { name: /^Delete/ })
      .click()
    await expect.element(panel.getByRole('button', { name: 'Keep', exact: true })).toHaveFocus()
    await panel.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect.element(storedRow('MobileCLIP S0')).not.toBeInTheDocument()
    await expect.element(storedRow('CLIP ViT-B/16')).toBeVisible()
  })

  it('are taken elsewhere as one file', async () => {
    const { open, saved, storedRow } = await setup({ app: { stored: [whole] } })
    await open('On this device')
    await storedRow('MobileCLIP S0')
      .getByRole('button', { name: /^Export/ })
      .click()
    await expect.poll(() => saved.map(({ name }) => name)).toEqual(['MobileCLIP-S0.taglens-model.zip'])
  })

  it('of which one is begun go on from what has arrived', async () => {
    const { open, panel, storedRow } = await setup({ app: { stored: [begun] } })
    await open('On this device')
    await expect.element(storedRow('CLIP ViT-B/16').getByText('60 MB of 150 MB, not complete')).toBeVisible()
    await storedRow('CLIP ViT-B/16')
      .getByRole('button', { name: /^Resume/ })
      .click()
    await expect.element(panel.getByRole('button', { name: 'Download 89.6 MB' })).toBeVisible()
  })

  it('stay when the browser is asked to keep them', async () => {
    const { open, panel } = await setup()
    await open('On this device')
    await panel.getByRole('button', { name: 'Keep them' }).click()
    await expect.element(panel.getByText('The browser keeps them until you delete them.')).toBeVisible()
  })

  it('come from the person’s own files too, dropped anywhere on the page', async () => {
    const { chip, panel } = await setup()
    await userEvent.keyboard('{Escape}')
    const dataTransfer = new DataTransfer()
    for (const name of ['config.json', 'vision_model.onnx']) dataTransfer.items.add(new File(['x'], name))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    await panel.getByRole('button', { name: 'Add and load' }).click()
    await expect.element(chip).toHaveAccessibleName(/^Model: config\.json/)
  })

  it('that cannot be read say what is missing', async () => {
    const { open, panel } = await setup({ modelFiles: [new File(['x'], 'readme.md')] })
    await open('Choose')
    await panel.getByText('Folder, files or pack').click()
    await panel.getByRole('button', { name: 'Choose files' }).click()
    await expect.element(panel.getByText(/there is no config.json among the files/)).toBeVisible()
  })
})
