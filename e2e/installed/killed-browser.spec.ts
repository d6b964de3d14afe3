import { spawnSync } from 'node:child_process'
import { chromium, expect, type BrowserContext } from '@playwright/test'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { test } from '../support/test.ts'

const VISION = 'onnx/vision_model.onnx'
const visionLength = Buffer.byteLength(buildColorModel().get(VISION) ?? '')

/** Ends every process of a browser at once, as a power cut does. Where there is no `pkill`, closes it. */
const kill = async (context: BrowserContext, profile: string): Promise<void> => {
  if (spawnSync('pkill', ['-KILL', '-f', profile]).error) await context.close()
}

test('a download goes on from its last byte after the browser was killed', async ({ hub, baseURL }, info) => {
  const profile = info.outputPath('profile')
  const source = { id: 'test/colours', host: hub.origin, device: 'wasm' } as const
  const visit = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...info.project.use.launchOptions,
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    await page.goto(`${baseURL}?model=none`)
    return { context, page }
  }
  const half = Math.floor(visionLength / 2)
  hub.setFaults([{ path: VISION, mishap: { kind: 'stall', after: half } }])
  const first = await visit()
  await first.page.evaluate((given) => {
    void window.taglens.loadModel(given).catch(() => undefined)
  }, source)
  /** Bytes on disk of files that are not whole yet. */
  const begun = () =>
    first.page.evaluate(async () => {
      const [model] = await window.taglens.models.list()
      return model ? model.size - model.files.reduce((sum, { size }) => sum + size, 0) : 0
    })
  // Nothing more comes, so what is on disk stands still.
  await expect.poll(begun).toBe(half)
  await kill(first.context, profile)

  hub.setFaults([])
  const since = hub.requests.length
  const second = await visit()
  const model = await second.page.evaluate((given) => window.taglens.loadModel(given), source)
  expect(model.name).toBe('Colour model')
  const asked = hub.requests
    .slice(since)
    .filter(({ host, path }) => host === 'content' && path.endsWith(VISION))
  expect(asked.map(({ range }) => range)).toEqual([`bytes=${half}-`])
  await second.context.close()
})
