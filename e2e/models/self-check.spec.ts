import { expect } from '@playwright/test'
import type { DeviceFault } from '../../src/protocol/inference-api.ts'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

// On SwiftShader, a graphics card in software: it proves the path, not the speed.
test.describe.configure({ timeout: 180_000 })

const picture = ({ mimeType, buffer }: ReturnType<typeof plainPicture>) =>
  `data:${mimeType};base64,${buffer.toString('base64')}`

test.beforeEach(async ({ app }) => {
  await app.open({ testing: true })
  const adapter = await app.page.evaluate(
    async () => (await navigator.gpu.requestAdapter())?.info.vendor ?? null,
  )
  test.skip(adapter === null, 'this browser has no WebGPU adapter, not even in software')
})

test('a sound device is verified against this machine’s CPU', async ({ app }) => {
  const model = await app.loadModel('test/colours', 'webgpu')
  expect(model).toMatchObject({
    device: 'webgpu',
    demotedFrom: null,
    selfCheck: { kind: 'verified', against: 'cpu' },
  })
  if ('distance' in model.selfCheck)
    console.log(`distance of SwiftShader: ${model.selfCheck.distance.toExponential(1)}`)
})

test('a device that gives wrong numbers, of whatever kind, is not used, and the CPU answers rightly', async ({
  app,
}) => {
  for (const fault of ['nan', 'constant', 'shuffled', 'half-off'] satisfies DeviceFault[]) {
    await app.page.evaluate((given) => window.taglens.testing?.spoilDevice(given), fault)
    expect(await app.loadModel('test/colours', 'webgpu'), fault).toMatchObject({
      device: 'wasm',
      selfCheck: { kind: 'plausible' },
      demotedFrom: { device: 'webgpu', dtype: 'fp32', reason: 'wrong-numbers', remembered: false },
    })
    const [record] = await app.page.evaluate(
      (address) => window.taglens.classify([address], { labels: ['blue', 'red'] }),
      picture(plainPicture('red')),
    )
    expect(record, fault).toMatchObject({ top: 'red', model: { device: 'wasm' } })
  }
})

test('a device that failed is not tried again after a reload, until somebody asks for it by name', async ({
  app,
}) => {
  await app.page.evaluate(() => window.taglens.testing?.spoilDevice('shuffled'))
  expect(await app.loadModel('test/colours')).toMatchObject({ device: 'wasm' })
  // The device is sound from here on.
  await app.open({ testing: true })
  expect(await app.loadModel('test/colours')).toMatchObject({
    device: 'wasm',
    demotedFrom: { device: 'webgpu', reason: 'wrong-numbers', remembered: true },
  })
  expect(await app.loadModel('test/colours', 'webgpu')).toMatchObject({ device: 'webgpu', demotedFrom: null })
  expect(await app.loadModel('test/mobileclip-colours')).toMatchObject({ device: 'webgpu' })
})

test('vectors that are published for a model are what it is held to, on any device', async ({ app }) => {
  const { page } = app
  await app.loadModel('test/colours', 'wasm')
  const [known] = await page.evaluate(() => {
    const kept: unknown = JSON.parse(localStorage.getItem('taglens.self-check.1') ?? '[]')
    return kept as { key: string; pictures: number[][] }[]
  })
  if (!known) throw new Error('the vectors of the CPU were not kept')
  let published = {}
  await page.route('**/models/goldens.json', (route) => route.fulfill({ json: published }))

  published = { [known.key]: known.pictures }
  expect(await app.loadModel('test/colours', 'webgpu')).toMatchObject({
    device: 'webgpu',
    selfCheck: { kind: 'verified', against: 'golden' },
  })

  published = { [known.key]: known.pictures.toReversed() }
  await expect(app.loadModel('test/colours', 'wasm')).rejects.toThrow('gave wrong numbers')
})
