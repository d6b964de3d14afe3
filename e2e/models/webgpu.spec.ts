import { expect } from '@playwright/test'
import { colours, type Colour } from '../../src/testing/color-model/colours.ts'
import { manyPictures, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

// On SwiftShader, a graphics card in software: it proves the path, not the speed.
test.describe.configure({ timeout: 180_000 })

const names = Object.keys(colours).filter((word) => word !== 'gray') as Colour[]
/** One of each colour. Pictures of another width are others: none of them has been encoded before. */
const picturesOf = (width: number) =>
  names.map((colour) => {
    const { mimeType, buffer } = plainPicture(colour, '', { width, height: 90 })
    return `data:${mimeType};base64,${buffer.toString('base64')}`
  })

test.beforeEach(async ({ app }) => {
  await app.open({ testing: true })
  const adapter = await app.page.evaluate(
    async () => (await navigator.gpu.requestAdapter())?.info.vendor ?? null,
  )
  test.skip(adapter === null, 'this browser has no WebGPU adapter, not even in software')
})

test('WebGPU and WASM give the same embeddings within 0.001', async ({ app }) => {
  const pictures = picturesOf(120)
  const embed = () =>
    app.page.evaluate(async (addresses) => {
      const embeddings = await window.taglens.embedImages(addresses)
      return embeddings.map((entry) => ('embedding' in entry ? [...entry.embedding] : []))
    }, pictures)
  expect(await app.loadModel('test/colours', 'wasm')).toMatchObject({ device: 'wasm' })
  const onWasm = await embed()
  // The same weights give the same embedding, so a page that knows the pictures would not encode them again.
  await app.open({ testing: true })
  expect(await app.loadModel('test/colours', 'webgpu')).toMatchObject({ device: 'webgpu' })
  const onGpu = await embed()
  expect((await app.stats()).pictureEncodes).toBe(pictures.length)
  for (const [i, vector] of onGpu.entries()) {
    expect(vector).toHaveLength(5)
    for (const [j, value] of vector.entries()) expect(Math.abs(value - onWasm[i]![j]!)).toBeLessThan(1e-3)
  }
})

test('on a graphics device two requests at once do not hang, and it is survived when it goes away, even in the middle of a batch', async ({
  app,
}) => {
  await app.loadModel('test/colours', 'webgpu')
  await test.step('two requests at once do not hang', async () => {
    const tops = await app.page.evaluate(async (addresses) => {
      const options = { labels: ['red', 'green', 'blue'] }
      const half = Math.ceil(addresses.length / 2)
      const both = await Promise.all([
        window.taglens.classify(addresses.slice(0, half), options),
        window.taglens.classify(addresses.slice(half), options),
      ])
      return both.flat().map((record) => ('top' in record ? record.top : null))
    }, picturesOf(120))
    for (const colour of ['red', 'green', 'blue'] as const) expect(tops[names.indexOf(colour)]).toBe(colour)
  })
  await test.step('a graphics device that goes away is survived', async () => {
    const { workersReplaced } = await app.stats()
    const tops = await app.page.evaluate(async (addresses) => {
      const options = { labels: ['red', 'green', 'blue'] }
      await window.taglens.classify(addresses.slice(0, 4), options)
      await window.taglens.testing?.loseDevice()
      const records = await window.taglens.classify(addresses, options)
      return records.map((record) => ('top' in record ? record.top : record.error.code))
    }, picturesOf(100))
    for (const colour of ['red', 'green', 'blue'] as const) expect(tops[names.indexOf(colour)]).toBe(colour)
    expect((await app.stats()).workersReplaced).toBeGreaterThan(workersReplaced)
  })
  await test.step('in the middle of a batch it costs no picture', async () => {
    const { workersReplaced } = await app.stats()
    const many = manyPictures(40, { width: 200, height: 150 }).map(
      ({ mimeType, buffer }) => `data:${mimeType};base64,${buffer.toString('base64')}`,
    )
    const results = await app.page.evaluate(async (addresses) => {
      const before = window.taglens.stats().pictureEncodes
      const call = window.taglens.classify(addresses, { labels: ['red', 'green', 'blue'] })
      while (window.taglens.stats().pictureEncodes < before + 8) await new Promise(requestAnimationFrame)
      await window.taglens.testing?.loseDevice()
      const records = await call
      return records.map((record) => ('sha256' in record ? record.sha256 : JSON.stringify(record)))
    }, many)
    expect(new Set(results).size).toBe(many.length)
    expect(results.filter((sha256) => !/^[0-9a-f]{64}$/.test(sha256))).toEqual([])
    expect((await app.stats()).workersReplaced).toBeGreaterThan(workersReplaced)
    expect(await app.page.evaluate(() => window.taglens.model()?.device)).toBe('webgpu')
  })
})
