import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import { peakMemory } from './measure-load.ts'

/** What one large JPEG cost. */
export interface LargePicture {
  readonly title: string
  /** `4000 x 3000`, whole. */
  readonly size: string
  readonly reducedBy: number
  /** From the file to the ranking, in milliseconds. */
  readonly time: number
  /** Most memory that the page's process has had, in bytes, with the built-in model; `null` where it is not told. */
  readonly peak: number | null
}

const SIZES = [
  { title: '12 megapixels', width: 4000, height: 3000 },
  { title: '100 megapixels', width: 11_547, height: 8660 },
  { title: '108 megapixels', width: 12_000, height: 9000 },
  { title: '200 megapixels', width: 16_320, height: 12_240 },
] as const

/** Draws a JPEG in a browser of its own, which keeps the memory that takes away from what is measured. */
const drawJpeg = async (executablePath: string, width: number, height: number): Promise<Buffer> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    const base64 = await page.evaluate(
      async ([w, h]) => {
        const canvas = new OffscreenCanvas(w, h)
        const context = canvas.getContext('2d', { willReadFrequently: true })
        if (!context) throw new Error('no canvas')
        const colours = context.createLinearGradient(0, 0, w, h)
        for (const [i, colour] of ['#c33', '#ec6', '#3a7', '#35b'].entries())
          colours.addColorStop(i / 3, colour)
        context.fillStyle = colours
        context.fillRect(0, 0, w, h)
        for (let i = 0; i < 400; i += 1) {
          context.fillStyle = `hsl(${(i * 47) % 360} 60% 50%)`
          context.fillRect((i * 7919) % w, (i * 6101) % h, w / 40, h / 30)
        }
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
        const bytes = new Uint8Array(await blob.arrayBuffer())
        let text = ''
        for (let at = 0; at < bytes.length; at += 32_768)
          text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
        return btoa(text)
      },
      [width, height] as const,
    )
    return Buffer.from(base64, 'base64')
  } finally {
    await browser.close()
  }
}

/** Ranks JPEGs of several sizes by the built-in model, each in a browser of its own. */
export const measureLarge = async (executablePath: string, app: string): Promise<readonly LargePicture[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'taglens-large-'))
  const measured: LargePicture[] = []
  try {
    for (const { title, width, height } of SIZES) {
      const file = path.join(folder, `${width}.jpg`)
      writeFileSync(file, await drawJpeg(executablePath, width, height))
      const browser = await chromium.launch({ executablePath })
      try {
        const page = await browser.newPage()
        await page.goto(app)
        await page.waitForFunction(() => window.taglens.model() !== null)
        const input = await page.evaluateHandle(() => {
          const element = document.createElement('input')
          element.type = 'file'
          document.body.append(element)
          return element
        })
        await input.setInputFiles(file)
        const { time, reducedBy } = await page.evaluate(async (element) => {
          const startedAt = performance.now()
          const [record] = await window.taglens.classify([...(element.files ?? [])], {
            labels: ['red', 'blue'],
          })
          if (!record || 'error' in record) throw new Error(JSON.stringify(record))
          return { time: performance.now() - startedAt, reducedBy: record.reduced_by ?? 1 }
        }, input)
        measured.push({
          title,
          size: `${width} x ${height}`,
          reducedBy,
          time,
          peak: await peakMemory(browser),
        })
      } finally {
        await browser.close()
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return measured
}

export const LARGE_TITLE = '## Large JPEGs'

/** The section of the report. */
export const largeSection = (large: readonly LargePicture[]): string => {
  const rows = large.map(({ title, size, reducedBy, time, peak }) => [
    ...[title, size, reducedBy === 1 ? 'its size' : `1/${reducedBy}`, `${time.toFixed(0)} ms`],
    peak === null ? 'not read' : `${(peak / 1e6).toFixed(0)} MB`,
  ])
  return `${LARGE_TITLE}

Each ranked by the built-in model in a browser of its own. Above 100 megapixels each side is decoded at a half, which
changes what a model of 224 pixels is given by 0.04 of 255 on average and by 1 at most (both large fixtures, against
Pillow's exact way). Peak is the most that the page's process had, workers, model and first run included.

|  | size | decoded at | time | peak memory |
| --- | --: | --: | --: | --: |
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
}
