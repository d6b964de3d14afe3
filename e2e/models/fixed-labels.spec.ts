import { expect } from '@playwright/test'
import { imagenetIndexByColour } from '../../src/testing/color-model/build-color-classifier.ts'
import { colours, type Colour } from '../../src/testing/color-model/colours.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const asDataUrl = (colour: Colour) => {
  const { mimeType, buffer } = plainPicture(colour)
  return `data:${mimeType};base64,${buffer.toString('base64')}`
}

test('a classifier names each plain colour by the labels of its own, blue first as its recipe says', async ({
  app,
}) => {
  const names = Object.keys(colours).filter((word) => word !== 'gray') as Colour[]
  await app.open()
  expect(await app.loadModel('test/color-classifier', 'wasm')).toMatchObject({
    task: 'fixed-labels',
    categories: null,
    recipe: { channels: 'bgr' },
  })
  const records = await app.page.evaluate(
    (pictures) => window.taglens.classifyFixed(pictures, { topK: 3 }),
    names.map(asDataUrl),
  )
  expect(records.map((record) => ('top' in record ? record.top : record.error.code))).toEqual(names)
  expect(records[names.indexOf('red')]).toMatchObject({
    categories: null,
    model: { id: 'test/color-classifier', device: 'wasm', dtype: 'fp32' },
    classes: [{ label: 'red', class_id: 4, rank: 1, category: null }, { rank: 2 }, { rank: 3 }],
  })

  await test.step('it encodes a picture once, and refuses what only tags can be asked', async () => {
    const picture = asDataUrl('red')
    await app.page.evaluate((given) => window.taglens.classifyFixed([given], { topK: 13 }), picture)
    expect(await app.stats()).toMatchObject({ pictureEncodes: names.length, pictureCacheHits: 1 })
    const codes = await app.page.evaluate(async (given) => {
      const codeOf = (call: Promise<unknown>) =>
        call.then(
          () => 'went through',
          (error: unknown) => (error as { code: string }).code,
        )
      return [
        await codeOf(window.taglens.classify([given], { labels: ['red'] })),
        await codeOf(window.taglens.embedTexts(['red'])),
        await codeOf(window.taglens.embedImages([given])),
        await codeOf(window.taglens.classifyFixed([given], { topK: 0 })),
      ]
    }, picture)
    expect(codes).toEqual(['MODEL_NOT_LOADED', 'MODEL_NOT_LOADED', 'MODEL_NOT_LOADED', 'VALIDATION_ERROR'])
  })

  await test.step('pictures are filtered by the labels that it found', async () => {
    await app.dropPictures([plainPicture('red'), plainPicture('blue'), plainPicture('pink')])
    await app.whenIdle()
    const found = app.page.getByRole('list', { name: 'Labels found' }).getByRole('listitem')
    await expect(found).toHaveCount(3)
    await app.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await app.page.getByRole('menuitemcheckbox', { name: /^blue/ }).click()
    await expect(app.grid.getByRole('gridcell')).toHaveCount(1)
    await app.page.getByRole('button', { name: 'Stop showing only blue' }).click()
    await expect(app.grid.getByRole('gridcell')).toHaveCount(3)
    await found.filter({ hasText: 'red' }).getByRole('button', { name: 'Show only 1 picture' }).click()
    await expect(app.picture('red.png')).toBeVisible()
    await expect(app.grid.getByRole('gridcell')).toHaveCount(1)
  })
})

test('ImageNet’s labels behind a background class come down to the six categories', async ({ app }) => {
  const names = Object.keys(imagenetIndexByColour) as (keyof typeof imagenetIndexByColour)[]
  await app.open()
  expect(await app.loadModel('test/imagenet-colors', 'wasm')).toHaveProperty('categories.length', 1001)
  const records = await app.page.evaluate(
    (pictures) => window.taglens.classifyFixed(pictures),
    names.map(asDataUrl),
  )
  const found = records.map((record) => {
    if ('error' in record) return record.error.code
    const best = record.categories?.toSorted((a, b) => b.probability - a.probability)[0]
    return `${record.top}: ${best?.label ?? ''}`
  })
  expect(found).toEqual([
    'sports car: car',
    'jeep: car',
    'trailer truck: truck',
    'motor scooter: motorcycle',
    'menu: document',
    'suit: person',
    'thing 954: other',
  ])
  // The index is of the output, the background included.
  expect(records[0]).toMatchObject({
    classes: [{ class_id: imagenetIndexByColour.red + 1, category: 'car' }, {}, {}, {}, {}],
  })

  await test.step('the page is in its mode: categories, counts and both rankings', async () => {
    await app.dropPictures([plainPicture('red'), plainPicture('orange'), plainPicture('blue')])
    await app.whenIdle()
    await app.expectBestTag('blue.png', 'truck')
    await expect(app.page.getByRole('radio', { name: 'ImageNet' })).toBeChecked()
    const counts = app.page.getByRole('list', { name: 'Categories', exact: true }).getByRole('listitem')
    await expect(counts.filter({ hasText: 'car' })).toContainText('2')
    await app.choosePicture('blue.png')
    const best = (list: string) => app.page.getByRole('list', { name: list }).getByRole('listitem').first()
    await expect(best('Categories, best first')).toHaveAccessibleName(/^truck, 9\d percent$/)
    await expect(best('ImageNet classes, best first')).toHaveAccessibleName(/^trailer truck, 9\d percent$/)
    await app.loadModel('test/colours', 'wasm')
    await app.whenIdle()
    await expect(app.page.getByRole('radio', { name: 'Tags', exact: true })).toBeChecked()
  })

  await test.step('fixed labels are refused where the model reads tags', async () => {
    const refusal = await app.page.evaluate(
      (given) =>
        window.taglens
          .classifyFixed([given])
          .catch((error: unknown) => JSON.parse(JSON.stringify(error)) as unknown),
      asDataUrl('red'),
    )
    expect(refusal).toEqual({
      message: 'The model that is loaded has no fixed labels. Load one that has.',
      code: 'MODEL_NOT_LOADED',
    })
  })
})

test('a classifier whose labels cannot be its own is refused, and the model before it stays', async ({
  app,
  hub,
}) => {
  await app.open()
  await app.loadModel('test/colours', 'wasm')
  for (const { title, config } of [
    {
      title: 'another number of labels than its output has',
      config: { id2label: { '0': 'red', '1': 'green' } },
    },
    { title: 'labels that are no list', config: { id2label: 'red' } },
  ]) {
    await app.page.route(`${hub.origin}/test/color-classifier/**/config.json`, (route) =>
      route.fulfill({
        json: { architectures: ['ViTForImageClassification'], ...config },
        headers: { 'Access-Control-Allow-Origin': '*' },
      }),
    )
    const code = await app.page.evaluate(
      (baseUrl) =>
        window.taglens.loadModel({ baseUrl }).then(
          () => 'loaded',
          (error: unknown) => (error as { code: string }).code,
        ),
      app.modelUrl('test/color-classifier'),
    )
    expect(['UNSUPPORTED_MODEL', 'MODEL_CORRUPT'], title).toContain(code)
    expect(await app.page.evaluate(() => window.taglens.model()?.name)).toBe('Colour model')
  }
})
