import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser, softwareWebGpu } from '../browsers/find-browser.ts'
import { freePort } from '../hosts/free-port.ts'
import { createStaticServer } from '../hosts/static-server.ts'
import { buildMeasureSite } from './measure-site.ts'
import { readMeasurePage } from './read-measure-page.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'measure-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test(
  'the page measures a machine by itself, in a browser without a window',
  { timeout: 180_000 },
  async () => {
    await buildMeasureSite(folder, false)
    const port = await freePort()
    const server = createStaticServer({ folder, base: '/', kind: 'isolated' })
    await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
    try {
      const query = 'run&software&models=colours&parts=models&budget=20'
      const result = await readMeasurePage(
        await findBrowser(),
        `http://localhost:${port}/?${query}`,
        softwareWebGpu,
      )
      const [measured] = result.measurements
      if (measured?.kind !== 'done') throw new Error(JSON.stringify(measured))
      expect(measured.value.model.name).toBe('Colour model')
      const rungs = measured.value.rungs.flatMap(({ rung: { device, dtype }, result: { kind } }) =>
        kind === 'measured' ? [`${device} ${dtype}`] : [],
      )
      expect(new Set(rungs)).toEqual(new Set(['webgpu fp32', 'wasm fp32']))
      expect(result.adapter?.architecture).toBe('swiftshader')
    } finally {
      server.close()
      server.closeAllConnections()
    }
  },
)
