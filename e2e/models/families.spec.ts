import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { colours, type Colour } from '../../src/testing/color-model/colours.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { requireFixtures, test } from '../support/test.ts'

const names = Object.keys(colours).filter((word) => word !== 'gray') as Colour[]
const pictures = names.map((colour) => {
  const { mimeType, buffer } = plainPicture(colour)
  return `data:${mimeType};base64,${buffer.toString('base64')}`
})

test('models of each family answer as their recipe says, one after the other, and one that is not known is refused', async ({
  app,
  hub,
}) => {
  await app.open()
  await test.step('MobileCLIP: each colour ranks its own word first by any template, its prompts padded', async () => {
    expect(await app.loadModel('test/mobileclip-colours', 'wasm')).toMatchObject({ activation: 'softmax' })
    for (const template of ['{}', 'A photo of a {}!']) {
      const records = await app.page.evaluate(
        ([addresses, labels, template]) => window.taglens.classify(addresses, { labels, template }),
        [pictures, names, template] as const,
      )
      expect(
        records.map((record) => ('top' in record ? record.top : record.error.code)),
        template,
      ).toEqual(names)
    }
  })
  await test.step('SigLIP: each colour is judged alone by scale and bias, its prompts cleaned and padded', async () => {
    expect(await app.loadModel('test/siglip-colours', 'wasm')).toMatchObject({
      activation: 'sigmoid',
      logitScale: 40,
      logitBias: -32,
    })
    const records = await app.page.evaluate(
      ([addresses, labels]) => window.taglens.classify(addresses, { labels, template: 'A photo of {}!' }),
      [pictures, ['red', 'RED', 'green', 'blue']] as const,
    )
    const probabilities = (colour: Colour) => {
      const record = records[names.indexOf(colour)]
      return record && 'labels' in record ? record.labels.map(({ probability }) => probability) : []
    }
    // A logit of nearly 8 for a match, well below 0 for the others; two matches share nothing.
    for (const probability of probabilities('red').slice(0, 2)) expect(probability).toBeGreaterThan(0.99)
    for (const probability of probabilities('red').slice(2)) expect(probability).toBeLessThan(0.01)
    for (const probability of probabilities('white')) expect(probability).toBeLessThan(0.5)
    expect(probabilities('blue')[3]).toBeGreaterThan(0.99)
  })
  await test.step('a SigLIP 2 that does not tell its scale has the one that is known by its name', async () => {
    const model = await app.loadFromHub('onnx-community/siglip2-base-patch16-224-ONNX')
    if (model.task !== 'zero-shot') throw new Error('not of two towers')
    const probability = (cosine: number) => 1 / (1 + Math.exp(-(cosine * model.logitScale + model.logitBias)))
    expect([probability(0.12).toFixed(2), probability(0.14).toFixed(2)]).toEqual(['0.04', '0.27'])
    const records = await app.page.evaluate(
      ([addresses, labels]) => window.taglens.classify(addresses, { labels, template: '{}' }),
      [pictures, ['red', 'green', 'blue']] as const,
    )
    for (const record of records)
      for (const label of 'labels' in record ? record.labels : [])
        expect(label.probability).toBeCloseTo(probability(label.cosine), 6)
  })
  await test.step('a family that is not known is refused by its name', async () => {
    await app.page.route(`${hub.origin}/test/colours/**/config.json`, (route) =>
      route.fulfill({ json: { model_type: 'blip' }, headers: { 'Access-Control-Allow-Origin': '*' } }),
    )
    const refusal = await app.page.evaluate(
      (baseUrl) =>
        window.taglens
          .loadModel({ baseUrl })
          .catch((error: unknown) => JSON.parse(JSON.stringify(error)) as unknown),
      app.modelUrl('test/colours'),
    )
    expect(refusal).toMatchObject({
      code: 'UNSUPPORTED_MODEL',
      message: expect.stringContaining('blip'),
    })
  })
  await test.step('a SigLIP whose scale no one tells ranks, and shows no percentage anywhere', async () => {
    expect(await app.loadFromHub('test/unknown-siglip')).toMatchObject({ calibrated: false })
    const [record] = await app.page.evaluate(
      ([addresses, labels]) => window.taglens.classify(addresses, { labels, template: '{}' }),
      [[pictures[names.indexOf('red')] ?? ''], ['red', 'green', 'blue']] as const,
    )
    expect(record).toMatchObject({
      top: 'red',
      margin: null,
      labels: [
        { label: 'red', rank: 1, probability: null, match: null, logit: null },
        { label: 'green', probability: null, match: null, logit: null },
        { label: 'blue', probability: null, match: null, logit: null },
      ],
    })
    await app.tags.replace(['red', 'green', 'blue'])
    await app.dropPictures([plainPicture('red'), plainPicture('blue')])
    const ranking = app.page.getByRole('region', { name: 'Ranking' })
    await expect(ranking.getByText(/Only the order is known/)).toBeVisible()
    await expect(app.page.getByRole('gridcell', { name: /^red/ })).toBeVisible()
    expect(await app.page.locator('main').innerText()).not.toContain('%')
  })
})

test('MobileCLIP’s prompts are CLIP’s, filled up to 77 with the padding token that the tokenizer names', async ({
  app,
}) => {
  const fixtures = requireFixtures()
  const { labels, template, token_ids } = JSON.parse(
    readFileSync(path.join(fixtures, 'reference/standin-clip.json'), 'utf8'),
  ) as {
    labels: readonly string[]
    template: string
    token_ids: readonly (readonly number[])[]
  }
  await app.open()
  await app.loadModel('standin/mobileclip', 'wasm')
  const texts = labels.map((label) => template.replace('{}', label))
  const embedded = await app.page.evaluate((given) => window.taglens.embedTexts(given), texts)
  expect(embedded.map(({ tokenIds }) => tokenIds)).toEqual(
    token_ids.map((golden) => [...golden, ...new Array<number>(77 - golden.length).fill(49407)]),
  )
})

/** Writes over the graphs of which packed weights are kept. @returns how many there are */
const spoilPackedGraphs = async (): Promise<number> => {
  const root = await navigator.storage.getDirectory()
  const models = await (await root.getDirectoryHandle('taglens')).getDirectoryHandle('models')
  const [records, blobs] = [
    await models.getDirectoryHandle('records'),
    await models.getDirectoryHandle('blobs'),
  ]
  const hashes = new Set<string>()
  for await (const handle of records.values()) {
    const text = handle.kind === 'file' ? await (await handle.getFile()).text() : ''
    for (const [, sha256 = ''] of text.matchAll(/\.onnx\.([0-9a-f]{64})\.packed"/g)) hashes.add(sha256)
  }
  if (hashes.size < 2) return hashes.size
  for (const sha256 of hashes) {
    const file = await (await blobs.getFileHandle(sha256)).createWritable({ keepExistingData: true })
    await file.write(new Uint8Array(64))
    await file.close()
  }
  return hashes.size
}

test('a transformer on our own kernels: compared once, and at a later visit without ONNX Runtime', async ({
  app,
}) => {
  const { page } = app
  const load = (executor: 'own' | 'own-precise' = 'own') =>
    page.evaluate(([baseUrl, by]) => window.taglens.loadModel({ baseUrl, device: 'wasm', executor: by }), [
      app.modelUrl('test/transformer'),
      executor,
    ] as const)
  const answer = () =>
    page.evaluate(
      (address) => window.taglens.classify([address], { labels: ['red', 'blue house', 'a green car'] }),
      pictures[0] ?? '',
    )
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const ofRuntime = () => asked.filter((url) => /\/ort[.-]/.test(url))
  await app.open()
  const own = { kind: 'own', precision: 'int8', distance: expect.any(Number) as unknown }
  expect(await load()).toMatchObject({ executor: own, textExecutor: own })
  const [first] = await answer()
  expect(ofRuntime()).not.toEqual([])
  // Kept when the model has been ready for a while, and all that is read from then on: graphs that are spoiled do no harm.
  await expect.poll(() => page.evaluate(spoilPackedGraphs)).toBe(2)

  asked.length = 0
  await app.open({ testing: true })
  const known = { kind: 'own', precision: 'int8', distance: null }
  expect(await load()).toMatchObject({ executor: known, textExecutor: known })
  const [again] = await answer()
  expect(again).toMatchObject({ top: first && 'top' in first ? first.top : null })
  expect(ofRuntime()).toEqual([])

  // What rounds less was not compared yet.
  const precise = { ...own, precision: 'int16' }
  expect(await load('own-precise')).toMatchObject({ executor: precise, textExecutor: precise })

  // One that dies is replaced, on the same kernels.
  await page.evaluate(() => window.taglens.testing?.killWorker('inference'))
  expect((await answer())[0]).toMatchObject({ model: { executor: 'own', precision: 'int16' } })
  expect((await app.stats()).workersReplaced).toBe(1)
})
