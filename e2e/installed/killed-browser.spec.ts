import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { chromium, expect, type BrowserContext } from '@playwright/test'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { AppPage } from '../support/app-page.ts'
import { manyPictures } from '../support/make-pictures.ts'
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

/** Pictures, how many are encoded before each end, and how many a killed browser may lose: under way, or not told of yet. */
const PICTURES = 300
const ENDS = [60, 120, 180]
const LOST = 30

test('pictures are encoded once but for what was under way, however often the browser is killed', async ({
  hub,
  baseURL,
}, info) => {
  const source = { id: 'test/colours', host: hub.origin, device: 'wasm' } as const
  const pictures = manyPictures(PICTURES, { width: 24, height: 16 })
  const visit = async (profile: string) => {
    const context = await chromium.launchPersistentContext(profile, {
      ...info.project.use.launchOptions,
      serviceWorkers: 'block',
    })
    const app = new AppPage(await context.newPage(), hub.origin)
    await app.page.goto(`${baseURL}?model=none`)
    await app.page.evaluate(() => window.taglens.ready)
    await app.page.evaluate((given) => window.taglens.loadModel(given), source)
    await app.pickPictures(pictures, app.chooseFiles)
    return { context, app }
  }
  const encodes = ({ page }: AppPage) => page.evaluate(() => window.taglens.stats().pictureEncodes)
  /** Every record, without what differs from visit to visit: ids and times. */
  const results = async ({ page }: AppPage) => {
    await page.evaluate(() => window.taglens.whenIdle())
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
    await page.getByRole('menuitem', { name: 'JSON, a line for each' }).click()
    const lines = (await readFile(await (await saving).path(), 'utf8')).trimEnd().split('\n')
    return lines.map((line) => line.replace(/"(id|time_ms)":("[^"]*"|[\d.]+),/g, ''))
  }
  test.setTimeout(240_000)
  const profile = info.outputPath('killed')
  let encoded = 0
  for (const end of ENDS) {
    const { context, app } = await visit(profile)
    // What is known already is not encoded again.
    await expect.poll(() => encodes(app), { intervals: [50] }).toBeGreaterThanOrEqual(end - encoded)
    encoded += await encodes(app)
    await kill(context, profile)
  }
  const last = await visit(profile)
  const found = await results(last.app)
  encoded += await encodes(last.app)
  expect(encoded).toBeLessThanOrEqual(PICTURES + ENDS.length * LOST)
  await last.context.close()

  const undisturbed = await visit(info.outputPath('undisturbed'))
  expect(found).toEqual(await results(undisturbed.app))
  expect(found).toHaveLength(PICTURES)
  await undisturbed.context.close()
})
