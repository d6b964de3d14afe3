import { expect } from '@playwright/test'
import type { HubServer } from '../../scripts/hosts/hub-server.ts'
import type { HubFault, Mishap } from '../../src/testing/store/hub-fault.ts'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import type { AppPage } from '../support/app-page.ts'
import type { Colour } from '../../src/testing/color-model/colours.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

// Back-off is the app's own: seconds pass between one try and the next.
test.describe.configure({ timeout: 240_000 })

const VISION = 'onnx/vision_model.onnx'
const visionLength = Buffer.byteLength(buildColorModel().get(VISION) ?? '')

const befalling = (mishap: Mishap, times?: number): HubFault => ({
  path: VISION,
  mishap,
  ...(times !== undefined && { times }),
})

test.afterEach(({ hub }) => {
  hub.setFaults([])
})

/** Bytes of the vision tower that were asked for, one entry per request of its content. */
const visionRanges = (hub: HubServer, since = 0): readonly string[] =>
  hub.requests
    .slice(since)
    .filter(({ host, path }) => host === 'content' && path.endsWith(VISION))
    .map(({ range }) => range)

/** The code that a load is refused with, or `loaded`. */
const tryToLoad = (app: AppPage): Promise<string> =>
  app.loadFromHub('test/colours').then(
    () => 'loaded',
    () =>
      app.page
        .evaluate(() => window.taglens.models.list())
        .then((models) => `refused, ${models.length} kept`),
  )

/** The model that was loaded gives right answers. */
const expectGoodModel = async (app: AppPage): Promise<void> => {
  await app.tags.replace(['red', 'green', 'blue'])
  await app.dropPictures([plainPicture('green')])
  await app.expectBest('green')
}

const COLOURS = ['red', 'green', 'blue', 'yellow', 'black', 'white'] as const satisfies readonly Colour[]

/** The same where one model follows another: each is shown a colour that none before has seen. */
const expectNextGoodModel = async (app: AppPage, turn: number): Promise<void> => {
  const { mimeType, buffer } = plainPicture(COLOURS[turn]!)
  const records = await app.page.evaluate(
    ([picture, labels]) => window.taglens.classify([picture], { labels }),
    [`data:${mimeType};base64,${buffer.toString('base64')}`, COLOURS] as const,
  )
  expect(records).toMatchObject([{ top: COLOURS[turn] }])
}

/** Forgets what was downloaded. */
const removeModels = (app: AppPage): Promise<void> =>
  app.page.evaluate(async () => {
    for (const { key } of await window.taglens.models.list()) await window.taglens.models.remove(key)
  })

/** Models that are here whole. */
const wholeModels = (app: AppPage): Promise<number> =>
  app.page.evaluate(async () => {
    const models = await window.taglens.models.list()
    return models.filter(({ missing }) => missing.length === 0).length
  })

test('a download that is cut at ten places goes on from each and is whole in the end', async ({
  app,
  hub,
}) => {
  const places = Array.from({ length: 10 }, (_, i) => Math.floor(((i + 1) * visionLength) / 11))
  hub.setFaults(places.map((place, i) => befalling({ kind: 'cut', after: place - (places[i - 1] ?? 0) }, 1)))
  const since = hub.requests.length
  await app.open()
  expect(await tryToLoad(app)).toBe('loaded')
  await expectGoodModel(app)
  const ranges = visionRanges(hub, since)
  expect(ranges).toHaveLength(11)
  const starts = ranges.slice(1).map((range) => Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0))
  expect(starts[0]).toBeGreaterThan(0)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  // A browser that is busy drops what it has not read yet of a connection that fails: one piece may come twice.
  expect(new Set(starts).size).toBeGreaterThanOrEqual(places.length - 2)
  expect(Math.max(...starts)).toBeGreaterThan(visionLength / 2)
})

const survived: readonly (readonly [string, HubFault])[] = [
  ['one flipped byte', befalling({ kind: 'flip', at: Math.floor(visionLength / 2) }, 1)],
  ['a host that asks for patience', befalling({ kind: 'status', status: 429, retryAfter: '1' }, 2)],
  ['a host that is busy', befalling({ kind: 'status', status: 503 }, 2)],
  ['a slow drip', befalling({ kind: 'drip', bytes: Math.ceil(visionLength / 8), pause: 400 })],
  ['a socket that says nothing more', befalling({ kind: 'stall', after: Math.floor(visionLength / 3) }, 1)],
  ['a length that is not the file’s', befalling({ kind: 'length', length: visionLength + 100 }, 1)],
]

test('what a host does wrong for a while ends in a good model', async ({ app, hub }) => {
  await app.open()
  for (const [i, [what, fault]] of survived.entries())
    await test.step(what, async () => {
      hub.setFaults([fault])
      const since = hub.requests.length
      expect(await tryToLoad(app)).toBe('loaded')
      expect(visionRanges(hub, since)).not.toEqual([])
      await expectNextGoodModel(app, i)
      expect(await wholeModels(app)).toBe(1)
      await removeModels(app)
    })
})

test('a host that asks for minutes of patience is waited for, counted down, and may be left', async ({
  app,
  hub,
}) => {
  const { page } = app
  const headers = { RateLimit: '"resolvers";r=0;t=200' }
  hub.setFaults([befalling({ kind: 'status', status: 429, headers })])
  await app.open()
  const load = tryToLoad(app)
  await page.getByRole('button', { name: /^Model/ }).click()
  const panel = page.getByRole('dialog')
  const pause = panel.getByText(/The host asks for a pause\. It goes on in/)
  await expect(pause).toBeVisible()
  const first = await pause.textContent()
  await expect(pause).not.toHaveText(first ?? '')
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await expect(pause).toBeHidden()
  expect(await load).toMatch(/^refused/)
  expect(hub.requests.filter(({ status }) => status === 429)).toHaveLength(1)
})

const refused: readonly (readonly [string, HubFault, RegExp])[] = [
  [
    'bytes that are wrong each time',
    befalling({ kind: 'flip', at: 100 }),
    /vision_model\.onnx is not what it should be/,
  ],
  ['a page in place of a file', befalling({ kind: 'html' }), /file of it is missing: .*vision_model\.onnx/],
  [
    'a file that is gone',
    befalling({ kind: 'status', status: 404 }),
    /file of it is missing: .*vision_model\.onnx/,
  ],
]

test('a file that stays wrong is refused by name, nothing of it is stored whole, and the next try is good', async ({
  app,
  hub,
}) => {
  await app.open()
  for (const [i, [what, fault, message]] of refused.entries())
    await test.step(what, async () => {
      hub.setFaults([fault])
      await expect(app.loadFromHub('test/colours')).rejects.toThrow(message)
      expect(await wholeModels(app)).toBe(0)
      hub.setFaults([])
      expect(await tryToLoad(app)).toBe('loaded')
      await expectNextGoodModel(app, i)
      await removeModels(app)
    })
})

test('two tabs that want the same model download it once', async ({ app, hub, context, baseURL }) => {
  hub.setFaults([befalling({ kind: 'drip', bytes: Math.ceil(visionLength / 5), pause: 300 })])
  const since = hub.requests.length
  await app.open()
  const other = await context.newPage()
  await other.goto(`${baseURL}?model=none`)
  const source = { id: 'test/colours', host: hub.origin, device: 'wasm' } as const
  const [here, there] = await Promise.all([
    app.loadFromHub('test/colours'),
    other.evaluate((given) => window.taglens.loadModel(given), source),
  ])
  expect([here.name, there.name]).toEqual(['Colour model', 'Colour model'])
  expect(visionRanges(hub, since)).toEqual([''])
})

test('where there is no room the model works from memory, and says that it is not kept', async ({
  app,
  page,
}) => {
  await app.open()
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize: 4000,
  })
  expect(await app.loadFromHub('test/colours')).toMatchObject({ kept: false })
  await expectGoodModel(app)
  expect(await wholeModels(app)).toBe(0)
  await expect(page.getByText(/no room to keep Colour model/)).toBeVisible()
})

test('a model that was chosen by hand is there again at the next visit, without a word to its host', async ({
  app,
  hub,
}) => {
  await app.openAsVisitor()
  await app.loadModelByHand('test/colours')
  await expect(app.page.getByRole('button', { name: /^Model: Colour model/ })).toBeVisible()
  const since = hub.requests.length
  await app.page.reload()
  await expect(app.page.getByRole('button', { name: /^Model: Colour model/ })).toBeVisible()
  await app.whenIdle()
  await expectGoodModel(app)
  expect(hub.requests.slice(since)).toEqual([])
})

test('a model goes out as one file and comes in again without a network, as a file and not as the hub’s', async ({
  app,
  hub,
}) => {
  await app.open()
  await app.loadFromHub('test/colours')
  const since = hub.requests.length
  const kept = await app.page.evaluate(async () => {
    const pack = await window.taglens.models.export('test/colours')
    await window.taglens.models.remove('test/colours')
    const before = (await window.taglens.models.list()).length
    const { key } = await window.taglens.models.import([new File([pack], 'colours.taglens-model.zip')])
    const model = await window.taglens.loadModel({ key, device: 'wasm' })
    const after = (await window.taglens.models.list()).map(({ missing }) => missing.length)
    return { before, key, id: model.id, after }
  })
  expect(kept).toEqual({ before: 0, key: 'disk colours', id: 'file:colours', after: [0] })
  await expectGoodModel(app)
  expect(hub.requests.slice(since)).toEqual([])
})
