import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type CDPSession } from 'playwright'
import { encodePng } from '../../fixtures/encode-png.ts'

/** What a long list costs the page. */
export interface ManyPictures {
  readonly pictures: number
  /** Milliseconds that the page's thread ran, a picture, for each part of the list as it is encoded. */
  readonly perPicture: readonly number[]
  /** The same from the choice of the files until the first is ranked, in all. */
  readonly taken: number
  /** At the next visit, with nothing encoded: until all are ranked again, in all. */
  readonly reopened: number
  /** Pictures that the next visit encoded. */
  readonly encodedAgain: number
  /** Memory of the page's heap at the end, in bytes. */
  readonly heap: number
}

export const MANY_TITLE = '## Many pictures'

/** Pictures, and parts of the list that are told of. */
const COUNT = 3000
const PARTS = 6

/** Page CPU for one picture, in milliseconds; the last part of the list against the first. */
const PICTURE_LIMIT_MS = 2
const GROWTH_LIMIT = 1.2

const SIDE = 128

/** A picture of areas that no other has, as a PNG. */
const drawPng = (seed: number): Buffer =>
  encodePng({ width: SIDE, height: SIDE }, (x, y) => {
    const inside = Math.hypot(x - (seed % SIDE), y - ((seed * 7) % SIDE)) < 30
    return inside ? [seed % 256, (seed >> 4) % 256, 200] : [250, 250, seed % 251]
  })

/** Asks twice a second: a predicate of Playwright's that is a promise counts as true at once. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await setTimeout(500)
}

/** In the page: pictures that lie on the disk with what is known of them. */
const countKept = () =>
  new Promise<number>((resolve) => {
    const opening = indexedDB.open('taglens-desk')
    opening.onsuccess = () => {
      const reading = opening.result.transaction('files').objectStore('files').getAll()
      reading.onsuccess = () => {
        opening.result.close()
        const all = reading.result as { sha256: unknown; bytes: unknown }[]
        resolve(all.filter(({ sha256, bytes }) => sha256 !== null && bytes === 'here').length)
      }
    }
  })

/** Milliseconds that the page's thread has run so far: its own, whatever else the machine does. */
const threadTime = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Encodes a few thousand small pictures with the built-in model, and opens them again at another visit. */
export const measureMany = async (executablePath: string, app: string): Promise<ManyPictures> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'many-'))
  const profile = mkdtempSync(path.join(tmpdir(), 'many-profile-'))
  const files = Array.from({ length: COUNT }, (_, i) => {
    const file = path.join(folder, `drawing ${i}.png`)
    writeFileSync(file, drawPng(i))
    return file
  })
  const context = await chromium.launchPersistentContext(profile, { executablePath })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(app)
    await page.evaluate(() => window.taglens.whenIdle())
    const encodes = () => page.evaluate(() => window.taglens.stats().pictureEncodes)
    const ranked = (count: number) => until(async () => (await encodes()) >= count)
    const before = await encodes()
    const begun = await threadTime(session)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await choosing).setFiles(files)
    await ranked(before + 1)
    const marks = [await threadTime(session)]
    for (let part = 1; part <= PARTS; part += 1) {
      await ranked(before + (COUNT / PARTS) * part)
      marks.push(await threadTime(session))
      console.log(`${(COUNT / PARTS) * part} of ${COUNT}: ${marks.at(-1)?.toFixed(0)} ms`)
    }
    await page.evaluate(() => window.taglens.whenIdle())
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
    // What is told of late is on the disk a moment later.
    await until(async () => (await page.evaluate(countKept)) === COUNT)
    await page.reload()
    const reloaded = await threadTime(session)
    await page.evaluate(() => window.taglens.whenIdle())
    return {
      pictures: COUNT,
      perPicture: marks.slice(1).map((mark, i) => (mark - (marks[i] ?? 0)) / (COUNT / PARTS)),
      taken: (marks[0] ?? 0) - begun,
      reopened: (await threadTime(session)) - reloaded,
      encodedAgain: await encodes(),
      heap,
    }
  } finally {
    await context.close()
    rmSync(folder, { recursive: true })
    rmSync(profile, { recursive: true, force: true })
  }
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`

/** What exceeds its limit, in words. */
export const dearPictures = ({ perPicture }: ManyPictures): readonly string[] => {
  const [first = 0, last = 0] = [perPicture[0], perPicture.at(-1)]
  return [
    ...(Math.max(...perPicture) > PICTURE_LIMIT_MS
      ? [
          `A picture of many costs the page ${ms(Math.max(...perPicture))}, the limit is ${ms(PICTURE_LIMIT_MS)}.`,
        ]
      : []),
    ...(last > first * GROWTH_LIMIT
      ? [`The last of many pictures cost ${(last / first).toFixed(2)} times the first.`]
      : []),
  ]
}

/** The section of the report. */
export const manySection = (many: ManyPictures): string => `${MANY_TITLE}

${many.pictures} small drawings are chosen at once and encoded by the built-in model; the page is opened again afterwards. What
counts is how long the page's own thread ran (CPU), whatever the machine did beside it. The limit is ${ms(PICTURE_LIMIT_MS)} a
picture, and for the last part of the list ${GROWTH_LIMIT} times the first; \`npm run bench -- --many\` fails above them.

| | page CPU |
| --- | --: |
| from the choice to the first ranking, in all | ${ms(many.taken)} |
${many.perPicture
  .map(
    (cost, i) =>
      `| a picture, up to the ${(many.pictures / many.perPicture.length) * (i + 1)}th | ${ms(cost)} |`,
  )
  .join('\n')}
| opened again, until all are ranked, in all | ${ms(many.reopened)} |

Encoded again at the next visit: ${many.encodedAgain}. The page's heap at the end: ${(many.heap / 1e6).toFixed(0)} MB.`
