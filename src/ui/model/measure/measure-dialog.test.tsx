import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { StoreApi } from 'zustand/vanilla'
import type { Milliseconds } from '../../../core/brands'
import { hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST } from '../../../core/model/model-source'
import type { Measurement } from '../../../core/runtime/measure/measurement'
import type { AppState } from '../../../state/app-state'
import { createFakeApp } from '../../../testing/fakes/fake-app'
import { createFakeUiPlatform } from '../../../testing/fakes/fake-ui-platform'
import { setViewport } from '../../../testing/set-viewport'
import { renderApp } from '../../render-app'
import '../../theme.css'

const closing: (() => void)[] = []
afterEach(() => {
  for (const end of closing.splice(0)) end()
  document.body.replaceChildren()
})

const source = hubSource(HUB_HOST, 'Xenova/clip-vit-base-patch32')
const time = (pictures: number, run: number) =>
  ({ pictures, first: (run * 3) as Milliseconds, run: run as Milliseconds, runs: 9 }) as const

const measurement: Measurement = {
  version: 1,
  userAgent: 'Browser/1',
  capabilities: {
    cores: 8,
    memoryGigabytes: 8,
    isolated: true,
    jspi: true,
    savesData: false,
    ios: false,
    gpu: { kind: 'hardware', adapter: 'vendor family', shaderF16: true },
  },
  model: { id: 'Xenova/clip-vit-base-patch32', name: 'CLIP ViT-B/32', revision: 'c0ffee' },
  preparation: [{ width: 4000, height: 3000, median: 95 as Milliseconds, runs: 5 }],
  rungs: [
    {
      rung: { device: 'webgpu', dtype: 'fp16', threads: 8, executor: 'onnx-runtime' },
      result: {
        kind: 'measured',
        ready: 900 as Milliseconds,
        selfCheck: { kind: 'verified', distance: 0.0004, against: 'cpu' },
        batches: [time(1, 10), time(4, 20), time(16, 50)],
      },
    },
    {
      rung: { device: 'webgpu', dtype: 'q8', threads: 8, executor: 'onnx-runtime' },
      result: { kind: 'failed', error: { code: 'WRONG_NUMBERS', detail: 'far-off' } },
    },
    {
      rung: { device: 'wasm', dtype: 'fp16', threads: 8, executor: 'onnx-runtime' },
      result: { kind: 'no file' },
    },
    {
      rung: { device: 'wasm', dtype: 'q8', threads: 8, executor: 'onnx-runtime' },
      result: {
        kind: 'measured',
        ready: 700 as Milliseconds,
        selfCheck: { kind: 'plausible' },
        batches: [time(1, 40), time(4, 150)],
      },
    },
  ],
}

const setup = async (options: Parameters<typeof createFakeApp>[0] = {}, width = 1280) => {
  await setViewport(width, 800)
  const { app, whenIdle, site, words } = createFakeApp(options)
  const fake = createFakeUiPlatform()
  const root = document.body.appendChild(document.createElement('div'))
  root.id = 'root'
  closing.push(renderApp(root, app, fake.platform, site, words))
  app.actions.loadBuiltIn()
  await whenIdle()
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.fill(page.getByRole('combobox'), 'benchmark')
  await userEvent.keyboard('{Enter}')
  const dialog = page.getByRole('dialog', { name: 'Measure this machine' })
  await expect.element(dialog).toBeVisible()
  // Its type keeps the page from setting what only actions may; a measurement by hand has no other way in.
  const store = app.store as StoreApi<AppState>
  return {
    app,
    dialog,
    show: (state: Pick<AppState, 'measuring'>) => {
      store.setState(state)
    },
  }
}

it('measures the model that answers, and says by its code what went wrong', async () => {
  const { dialog } = await setup()
  await expect.element(dialog.getByText(/^Runs Mini on the graphics card/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Measure' }).click()
  // The engine of these tests starts no worker.
  await expect.element(dialog.getByText('UNEXPECTED', { exact: true })).toBeVisible()
  await expect.element(dialog.getByRole('button', { name: 'Measure' })).toBeVisible()
})

it('says how far it is', async () => {
  const { show, dialog } = await setup()
  show({
    measuring: {
      kind: 'running',
      progress: {
        rung: { device: 'webgpu', dtype: 'fp16', threads: 2, executor: 'onnx-runtime' },
        index: 2,
        count: 8,
      },
    },
  })
  await expect.element(dialog.getByRole('status')).toHaveTextContent('WebGPU fp16, 3 of 8')
  await expect.element(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25')
})

it('lists what was measured, names the fastest whose numbers are right, and goes on with it', async () => {
  const { app, show, dialog } = await setup()
  show({ measuring: { kind: 'done', source, measurement } })
  await expect.element(dialog.getByText(/^Fastest: WebGPU fp16, 320 pictures a second/)).toBeVisible()
  const rows = dialog
    .getByRole('row')
    .elements()
    .map((row) => row.textContent)
  expect(rows).toHaveLength(5)
  expect(rows[2]).toContain('Verified: 0.0004 away')
  expect(rows[3]).toContain('WRONG_NUMBERS')
  await dialog.getByRole('button', { name: 'Use it' }).click()
  await expect
    .poll(() => app.store.getState().model)
    .toMatchObject({ choice: { source, device: 'webgpu', dtype: 'fp16' } })
})

it.each([
  ['light', 1280],
  ['dark', 360],
] as const)('gives axe nothing to find, %s and %d wide', async (theme, width) => {
  const { show, dialog } = await setup({ theme }, width)
  show({ measuring: { kind: 'done', source, measurement } })
  await expect.element(dialog.getByRole('table')).toBeVisible()
  await document.fonts.ready
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
})
