import { expect } from '@playwright/test'
import type { ClassificationRecord } from '../../src/core/tasks/zero-shot/record'
import { createWords } from '../../src/words/create-words'
import { gradientPicture, manyPictures, plainPicture, type PictureFile } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** What a call ended with, as a program sees it. */
const outcomeOf = `async (call) => {
  try { return { value: await call() } } catch (error) { return { error: JSON.parse(JSON.stringify(error)) } }
}`

const asDataUrl = ({ mimeType, buffer }: PictureFile) =>
  `data:${mimeType};base64,${buffer.toString('base64')}`

test('a picture is classified into a record that says everything needed to repeat it', async ({
  colours,
}) => {
  const [record] = await colours.page.evaluate(
    (picture) => window.taglens.classify([picture], { labels: ['blue', 'red'], template: 'a photo of a {}' }),
    asDataUrl(plainPicture('red')),
  )
  expect(record).toMatchObject({
    width: 120,
    height: 90,
    templates: ['a photo of a {}'],
    temperature: 1,
    top: 'red',
    rejected: false,
    model: { id: 'test/colours', device: 'wasm', dtype: 'fp32' },
    labels: [
      { label: 'blue', class_id: 0, rank: 2, accepted: false },
      { label: 'red', class_id: 1, rank: 1, accepted: true },
    ],
  })
  expect(record).toHaveProperty('sha256', expect.stringMatching(/^[0-9a-f]{64}$/))
  // Of a picture four times as long as it is high the middle, then all of it.
  const wide = gradientPicture('red', 'blue', 'wide.png', { width: 480, height: 120 })
  const [middle, whole] = await colours.page.evaluate(async (picture) => {
    const look = (extent: 'middle' | 'whole') =>
      window.taglens.classify([picture], { labels: ['blue', 'red'], extent })
    return [...(await look('middle')), ...(await look('whole'))]
  }, asDataUrl(wide))
  expect(middle).not.toHaveProperty('extent')
  expect(whole).toMatchObject({ extent: 'whole', model: { recipe: expect.stringMatching(/whole1$/) } })
})

test('labels are read as the tags of the page are, in several templates', async ({ app }) => {
  const yellow = plainPicture('yellow')
  const labels = ['red | yellow', 'yellow -yellow -red', 'blue']
  const templates = ['{}', 'a photo of a {}']
  await app.start(labels, { testing: true })
  await app.page.locator('summary', { hasText: 'Template' }).click()
  await app.page.getByRole('textbox', { name: 'One or several, a line each' }).fill(templates.join('\n'))
  await app.dropPictures([yellow])
  await app.whenIdle()
  const [record] = await app.page.evaluate(
    ([picture, options]) => window.taglens.classify([picture], options),
    [asDataUrl(yellow), { labels, templates }] as const,
  )
  expect(record).toMatchObject({ templates, labels: labels.map((label) => ({ label })) })
  const ranked = (record as ClassificationRecord).labels.toSorted((a, b) => a.rank - b.rank)
  expect(await app.ranking()).toEqual(
    ranked.map(({ label, probability }) => ({
      tag: label,
      percent: createWords()
        .now()
        .format.spokenPercent(probability ?? NaN)
        .replace(' percent', ''),
    })),
  )
  // The rival that fits as well halves its share, and the average of two fits less than either.
  expect(ranked[0]).toMatchObject({ label: 'yellow -yellow -red' })
})

test('what a label hangs on is told place by place', async ({ colours }) => {
  const picture = gradientPicture('red', 'blue', 'both.png', { width: 96, height: 96 })
  /** The mean of the first and of the last third of the columns. */
  const sides = (heat: readonly number[], columns: number) => {
    const mean = (isSide: (column: number) => boolean) => {
      const some = heat.filter((_, i) => isSide(i % columns))
      return some.reduce((sum, value) => sum + value, 0) / some.length
    }
    return {
      left: mean((column) => column < columns / 3),
      right: mean((column) => column >= (columns * 2) / 3),
    }
  }
  // The model's own grid is of single pixels.
  for (const [asked, found, cells] of [
    ['auto', 'dense', 32],
    ['regions', 'regions', 6],
  ] as const) {
    const { labels, ...rest } = await colours.page.evaluate(
      ([address, method]) => window.taglens.explain(address, { labels: ['red', 'blue'], method }),
      [asDataUrl(picture), asked] as const,
    )
    expect(rest).toMatchObject({ method: found, columns: cells, rows: cells })
    expect(labels.map(({ heat }) => heat.length)).toEqual([cells * cells, cells * cells])
    const [red, blue] = labels.map(({ heat }) => sides(heat, cells))
    expect(red?.left).toBeGreaterThan(red?.right ?? Infinity)
    expect(blue?.right).toBeGreaterThan(blue?.left ?? Infinity)
  }
})

const badCalls: readonly { readonly title: string; readonly call: string }[] = [
  { title: 'no labels', call: `window.taglens.classify([], { labels: [] })` },
  { title: 'labels that are no list', call: `window.taglens.classify([], { labels: 'car' })` },
  { title: 'an empty label', call: `window.taglens.classify([], { labels: [' '] })` },
  { title: 'no known extent', call: `window.taglens.classify([], { labels: ['car'], extent: 'all' })` },
  { title: 'no options', call: `window.taglens.classify([])` },
  { title: 'a picture that is a number', call: `window.taglens.classify([7], { labels: ['car'] })` },
  {
    title: 'a template without a place for the label',
    call: `window.taglens.classify([], { labels: ['car'], template: 'a photo' })`,
  },
  { title: 'no templates', call: `window.taglens.classify([], { labels: ['car'], templates: [] })` },
  {
    title: 'a template beside templates',
    call: `window.taglens.classify([], { labels: ['car'], template: '{}', templates: ['a {}'] })`,
  },
  { title: 'an explanation of nothing', call: `window.taglens.explain(new Blob(), { labels: [] })` },
  {
    title: 'an explanation by no known method',
    call: `window.taglens.explain(new Blob(), { labels: ['car'], method: 'magic' })`,
  },
  {
    title: 'what cannot stop an explanation',
    call: `window.taglens.explain(new Blob(), { labels: ['car'], signal: {} })`,
  },
  { title: 'what cannot stop a call', call: `window.taglens.classify([], { labels: ['car'], signal: 5 })` },
  {
    title: 'a listener that is none',
    call: `window.taglens.explain(new Blob(), { labels: ['car'], onProgress: 5 })`,
  },
  { title: 'texts that are no list', call: `window.taglens.embedTexts('car')` },
  { title: 'a model from nowhere', call: `window.taglens.loadModel({})` },
  { title: 'a model from a file', call: `window.taglens.loadModel({ baseUrl: 'file:///etc' })` },
  { title: 'a hub id that climbs', call: `window.taglens.loadModel({ id: '../up' })` },
]

test('a call that cannot be meant is refused as {message, code}, each with VALIDATION_ERROR', async ({
  colours,
}) => {
  for (const { title, call } of badCalls)
    expect.soft(await colours.page.evaluate(`(${outcomeOf})(() => ${call})`), title).toEqual({
      error: { message: expect.stringMatching(/\w/), code: 'VALIDATION_ERROR' },
    })
})

test('work without a model, and without one on its way, is refused with MODEL_NOT_LOADED; progress of the first counts bytes up to the total that was said first', async ({
  app,
}) => {
  await app.open()
  await test.step('work without a model is refused', async () => {
    for (const call of [
      `window.taglens.classify([], { labels: ['car'] })`,
      `window.taglens.embedTexts(['car'])`,
    ])
      expect.soft(await app.page.evaluate(`(${outcomeOf})(() => ${call})`), call).toEqual({
        error: { message: expect.stringMatching(/\w/), code: 'MODEL_NOT_LOADED' },
      })
  })
  await test.step('progress counts bytes up to the total that was said first', async () => {
    const progress = await app.page.evaluate(async (baseUrl) => {
      const seen: { loaded: number; total: number | null }[] = []
      await window.taglens.loadModel({ baseUrl }, { onProgress: (step) => seen.push(step) })
      return seen
    }, app.modelUrl('test/colours'))
    const loaded = progress.map((step) => step.loaded)
    expect([...loaded].sort((a, b) => a - b)).toEqual(loaded)
    // Unknown while the host is being asked, and the same from then on.
    const totals = progress.map(({ total }) => total)
    expect(new Set(totals.slice(totals.findIndex((total) => total !== null))).size).toBe(1)
    expect(loaded.at(-1)).toBe(totals.at(-1))
  })
})

test('a picture that cannot be read fails alone', async ({ colours }) => {
  const results = await colours.page.evaluate(
    (good) =>
      window.taglens.classify([new Blob(['no picture']), good, new File(['%PDF-1.7'], 'letter.pdf')], {
        labels: ['red', 'blue'],
      }),
    asDataUrl(plainPicture('blue')),
  )
  expect(results).toMatchObject([
    { error: { code: 'IMAGE_DECODE_FAILED' } },
    { top: 'blue' },
    { name: 'letter.pdf', error: { code: 'IMAGE_DECODE_FAILED' } },
  ])
})

test('a picture is taken from an address, and one that its host guards is refused with a reason', async ({
  colours,
  hub,
}) => {
  const results = await colours.page.evaluate(
    (addresses) => window.taglens.classify(addresses, { labels: ['red', 'blue'] }),
    [`${hub.origin}/guarded/red.png`, `${hub.origin}/open/red.png`],
  )
  expect(results).toMatchObject([{ error: { code: 'IMAGE_FETCH_BLOCKED' } }, { name: 'red.png', top: 'red' }])
})

test('an aborted call rejects as cancelled, and the next one works', async ({ colours }) => {
  const outcome = await colours.page.evaluate(
    async (addresses) => {
      const controller = new AbortController()
      const call = window.taglens.classify(addresses, { labels: ['red'], signal: controller.signal })
      controller.abort()
      return call.then(
        () => 'went through',
        (error: unknown) => (error as { code: string }).code,
      )
    },
    manyPictures(12, { width: 800, height: 600 }).map(asDataUrl),
  )
  expect(outcome).toBe('CANCELLED')
  const [record] = await colours.page.evaluate(
    (picture) => window.taglens.classify([picture], { labels: ['red', 'blue'] }),
    asDataUrl(plainPicture('red')),
  )
  expect(record).toMatchObject({ top: 'red' })
})

test('a load that is aborted leaves the model that was there', async ({ colours }) => {
  const code = await colours.page.evaluate(async (baseUrl) => {
    const controller = new AbortController()
    return window.taglens
      .loadModel({ baseUrl }, { signal: controller.signal, onProgress: () => controller.abort() })
      .then(
        () => 'loaded',
        (error: unknown) => (error as { code: string }).code,
      )
  }, colours.modelUrl('test/endless'))
  expect(code).toBe('CANCELLED')
  expect(await colours.page.evaluate(() => window.taglens.model()?.name)).toBe('Colour model')
})

for (const [title, model, code] of [
  ['a graph that is none', 'test/broken', 'MODEL_CORRUPT'],
  ['an address without a model', 'test/nothing', 'MODEL_NOT_FOUND'],
] as const) {
  test(`${title} is refused with ${code}, and the model before it goes on`, async ({ colours, hub }) => {
    const outcome = await colours.page.evaluate(
      `(${outcomeOf})(() => window.taglens.loadModel({ baseUrl: '${hub.origin}/${model}/resolve/main' }))`,
    )
    expect(outcome).toMatchObject({ error: { code } })
    expect(await colours.page.evaluate(() => window.taglens.model()?.name)).toBe('Colour model')
  })
}
