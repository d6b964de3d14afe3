import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createServer } from 'vite'
import { expect } from 'vitest'
import { assemblyScript } from '../../scripts/build/assemblyscript-plugin.ts'
import { NO_FIXTURES, sharedFixtures } from '../../scripts/fixtures/shared-models.ts'
import type { PixelHashes } from './pixels-page.ts'
import { test } from './test.ts'

/**
 * Photographs with an alpha channel. Firefox 153 tells no one how a VideoFrame is turned, so pixels are read through
 * a canvas, which rounds colours under alpha: at most 1 of 255, in 0.2 % of the bytes or fewer.
 */
const TRANSLUCENT = ['skimage_horse.png', 'wp2025_book-image.webp', 'wp2025_hero-podcast.webp']

const servePixelPage = () =>
  createServer({
    configFile: false,
    root: path.join(import.meta.dirname, '../..'),
    plugins: [assemblyScript()],
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: 'localhost', hmr: false, watch: null },
  })

test('photographs have Pillow’s bytes, decoded and as a model sees them, but for alpha’s rounding', async ({
  browser,
  hub,
  skip,
}) => {
  const fixtures = sharedFixtures()
  if (fixtures === null) return skip(NO_FIXTURES)
  const { files } = JSON.parse(readFileSync(path.join(fixtures, 'reference/pixels.json'), 'utf8')) as {
    readonly files: Readonly<Record<string, PixelHashes>>
  }
  const server = await servePixelPage()
  await server.listen()
  const page = await browser.newPage()
  await page.goto(`${server.resolvedUrls!.local[0]!}e2e/firefox/pixels.html`)
  await page.waitForFunction(() => 'readPixels' in window)

  const inexact = { decoded: [] as string[], seen: [] as string[] }
  for (const [name, expected] of Object.entries(files)) {
    const read = await page.evaluate((address) => window.readPixels(address), `${hub.origin}/photos/${name}`)
    expect([read.width, read.height], name).toEqual([expected.width, expected.height])
    if (read.decoded_rgb_sha256 !== expected.decoded_rgb_sha256) inexact.decoded.push(name)
    if (read.clip224_bicubic_rgb_sha256 !== expected.clip224_bicubic_rgb_sha256) inexact.seen.push(name)
  }
  await page.close()
  await server.close()
  const count = Object.keys(files).length
  console.log(
    `byte-equal to Pillow in Firefox, of ${count}: decoded ${count - inexact.decoded.length}, as CLIP sees them ${count - inexact.seen.length}`,
  )
  expect(TRANSLUCENT).toEqual(expect.arrayContaining([...inexact.decoded, ...inexact.seen]))
})

test('sums by the kernels for transformers are those of whole numbers, to the bit', async ({
  browser,
  skip,
}) => {
  const server = await servePixelPage()
  await server.listen()
  const page = await browser.newPage()
  await page.goto(`${server.resolvedUrls!.local[0]!}e2e/firefox/pixels.html`)
  await page.waitForFunction(() => 'wrongSums' in window)
  const wrong = await page.evaluate(() => window.wrongSums())
  await page.close()
  await server.close()
  if (wrong === null) return skip('needs relaxed SIMD, as of Firefox 146')
  expect(wrong).toEqual({
    ...{ 'one instruction': 0, 'three instructions': 0 },
    ...{ '16 bits': 0, '16 bits without relaxed SIMD': 0 },
  })
})
