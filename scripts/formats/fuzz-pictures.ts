/**
 * `npm run fuzz:pictures [-- --count 200 --seed 1 --format tiff]`: gives the built app thousands of mutated files of each
 * format that a decoder of ours reads, or of one. Each has to end in a ranking or a coded error within ten seconds, and
 * the page to answer afterwards. Needs `npm run build` before.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright'
import { mutateFile } from '../../src/testing/pixels/mutate-file.ts'
import { findBrowser } from '../browsers/find-browser.ts'
import { freePort } from '../hosts/free-port.ts'
import { createStaticServer } from '../hosts/static-server.ts'

const root = path.join(import.meta.dirname, '../..')
const pictures = path.join(root, 'src/testing/pixels/formats')
const LIMIT_MS = 10_000
const AT_ONCE = 20

/** What a worker that hung or crashed answers with: it was replaced, and the page is as it was. */
const REPLACED: readonly string[] = ['ENGINE_TIMEOUT', 'ENGINE_CRASHED']

/** What is told file by file, so that it can be looked at: all that is slow, and all that came close to a limit. */
const UNUSUAL: readonly string[] = [...REPLACED, 'OUT_OF_MEMORY']
const SLOW_MS = 3000

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string' },
  },
})

const svgs: readonly Uint8Array[] = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="red" d="M0 0h9v9H0z"/></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><defs><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g id="a"><circle r="5"/></g></defs><use href="#a" x="9" y="9" filter="url(#f)"/></svg>',
].map((text) => new TextEncoder().encode(text))

const filesOf = (format: string): readonly Uint8Array[] =>
  readdirSync(path.join(pictures, format)).map((file) => readFileSync(path.join(pictures, format, file)))

/** What became of each of some files, by its code, and how long that took in milliseconds. */
const classify = (page: Page, format: string, files: readonly Uint8Array[]) =>
  page.evaluate(
    async ([kind, contents]) => {
      const results: { code: string; time: number }[] = []
      for (const base64 of contents) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const startedAt = performance.now()
        const [record] = await window.taglens.classify([new File([bytes], `mutated.${kind}`)], {
          labels: ['red'],
        })
        const code = record && 'error' in record ? record.error.code : 'ranked'
        results.push({ code, time: performance.now() - startedAt })
      }
      return results
    },
    [format, files.map((file) => Buffer.from(file).toString('base64'))] as const,
  )

const fuzz = async (page: Page, format: string, sources: readonly Uint8Array[]): Promise<boolean> => {
  const counts = new Map<string, number>()
  let longest = 0
  for (let done = 0; done < Number(values.count); done += AT_ONCE) {
    const mutated = Array.from({ length: AT_ONCE }, (_, i) =>
      mutateFile(
        sources[(done + i) % sources.length] ?? new Uint8Array(8),
        Number(values.seed) * 1e6 + done + i,
      ),
    )
    for (const [i, { code, time }] of (await classify(page, format, mutated)).entries()) {
      longest = Math.max(longest, time)
      counts.set(code, (counts.get(code) ?? 0) + 1)
      if (time > SLOW_MS || UNUSUAL.includes(code))
        console.log(`${format}, file ${done + i}: ${code} after ${(time / 1000).toFixed(1)} s`)
    }
  }
  const told = [...counts].map(([code, count]) => `${count} ${code}`).join(', ')
  console.log(`${format}: ${told}; the slowest took ${(longest / 1000).toFixed(1)} s`)
  return longest <= LIMIT_MS && !REPLACED.some((code) => counts.has(code))
}

const port = await freePort()
const server = createStaticServer({ folder: path.join(root, 'dist'), base: '/', kind: 'isolated' })
await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
const browser = await chromium.launch({ executablePath: await findBrowser() })
try {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${port}/`)
  await page.waitForFunction(() => window.taglens.model() !== null)
  const formats = new Map([
    ...['heic', 'tiff', 'jxl', 'raw'].map((format) => [format, filesOf(format)] as const),
    ['svg', svgs] as const,
  ])
  for (const [format, sources] of formats)
    if ((values.format ?? format) === format && !(await fuzz(page, format, sources))) process.exitCode = 1
} finally {
  await browser.close()
  server.close()
  server.closeAllConnections()
}
