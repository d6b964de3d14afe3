import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type CDPSession, type Page } from 'playwright'
import { encodePng } from '../../fixtures/encode-png.ts'
import { longestTask, TASK_LIMIT_MS } from './measure-tasks.ts'
import { residentNow } from './page-memory.ts'

/** What a long list costs the page. */
export interface ManyPictures {
  readonly pictures: number
  /** Milliseconds that the page's thread ran, a picture, for each part of the list as it is encoded. */
  readonly perPicture: readonly number[]
  /** The same from the drop of the folder until the first is ranked, in all. */
  readonly taken: number
  /** Milliseconds by the clock from the drop until the first card stands on the page. */
  readonly firstCard: number
  /** Milliseconds of work of the page's longest task meanwhile. */
  readonly longestTask: number
  /** Pictures a second, over all of them. */
  readonly rate: number
  /** Memory of the page's process after {@link FEWER} pictures and after all, in bytes. */
  readonly resident: readonly [number, number]
  /** At the next visit, with nothing encoded: until all are ranked again, in all. */
  readonly reopened: number
  /** Milliseconds by the clock from the reload until all are on the page and the first can be looked at. */
  readonly usable: number
  /** Pictures that the next visit encoded. */
  readonly encodedAgain: number
  /** Memory of the page's heap at the end, in bytes. */
  readonly heap: number
}

export const MANY_TITLE = '## Many pictures'

/** Pictures, and parts of the list that are told of. */
const COUNT = 10_000
const PARTS = 10

/** Pictures after which memory is looked at the first time, and by how much it may grow from there, in bytes. */
const FEWER = 2000
const MEMORY_LIMIT = 150e6

/** By the clock. */
const FIRST_CARD_LIMIT_MS = 2000
const USABLE_LIMIT_MS = 3000

/** Page CPU for one picture, in milliseconds; the last part of the list against the first. */
const PICTURE_LIMIT_MS = 2
const GROWTH_LIMIT = 1.2

const SIDE = 128

/** A picture of areas that no other has, as a PNG. */
export const drawPng = (seed: number): Buffer =>
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

/** Drops a folder on the page, as a person does. */
const dropFolder = async (page: Page, session: CDPSession, folder: string): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const at = { x: width / 2, y: height / 2 }
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
}

/** The drop in a browser of its own, since reading what was traced takes long. */
const traceDrop = async (
  executablePath: string,
  app: string,
  folder: string,
): Promise<Pick<ManyPictures, 'firstCard' | 'longestTask'>> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await page.goto(app)
    await page.evaluate(() => window.taglens.whenIdle())
    let firstCard = 0
    const { worked } = await longestTask(browser, page, 'the drop', async () => {
      const dropped = performance.now()
      await dropFolder(page, session, folder)
      await page.getByRole('gridcell').first().waitFor()
      firstCard = performance.now() - dropped
      await until(async () => (await page.evaluate(() => window.taglens.stats().pictureEncodes)) > 20)
    })
    return { firstCard, longestTask: worked }
  } finally {
    await browser.close()
  }
}

/** Least of three looks, since garbage comes and goes. */
const memoryOf = async (session: CDPSession, browserSession: CDPSession): Promise<number> => {
  let least = Infinity
  for (let i = 0; i < 3; i += 1) {
    await session.send('HeapProfiler.collectGarbage')
    least = Math.min(least, await residentNow(browserSession))
  }
  return least
}

/** Encodes thousands of small pictures with the built-in model, and opens them again at another visit. */
export const measureMany = async (executablePath: string, app: string): Promise<ManyPictures> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'many-'))
  const profile = mkdtempSync(path.join(tmpdir(), 'many-profile-'))
  for (let i = 0; i < COUNT; i += 1) writeFileSync(path.join(folder, `drawing ${i}.png`), drawPng(i))
  const traced = await traceDrop(executablePath, app, folder)
  console.log(traced)
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
    const browser = context.browser()
    if (!browser) throw new Error('no browser to ask for its processes')
    const browserSession = await browser.newBrowserCDPSession()
    await dropFolder(page, session, folder)
    await ranked(before + 1)
    const marks = [await threadTime(session)]
    const [begunAt, done] = [performance.now(), await encodes()]
    let fewer = 0
    for (let part = 1; part <= PARTS; part += 1) {
      await ranked(before + (COUNT / PARTS) * part)
      marks.push(await threadTime(session))
      if ((COUNT / PARTS) * part === FEWER) fewer = await memoryOf(session, browserSession)
      console.log(`${(COUNT / PARTS) * part} of ${COUNT}: ${marks.at(-1)?.toFixed(0)} ms`)
    }
    const rate = ((await encodes()) - done) / ((performance.now() - begunAt) / 1000)
    await page.evaluate(() => window.taglens.whenIdle())
    const resident = [fewer, await memoryOf(session, browserSession)] as const
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
    // What is told of late is on the disk a moment later.
    await until(async () => (await page.evaluate(countKept)) === COUNT)
    const leftAt = performance.now()
    await page.reload()
    const reloaded = await threadTime(session)
    await page.getByRole('gridcell').first().waitFor()
    const usable = performance.now() - leftAt
    await page.evaluate(() => window.taglens.whenIdle())
    return {
      pictures: COUNT,
      perPicture: marks.slice(1).map((mark, i) => (mark - (marks[i] ?? 0)) / (COUNT / PARTS)),
      taken: (marks[0] ?? 0) - begun,
      ...traced,
      rate,
      resident,
      usable,
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

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`

/** What exceeds its limit, in words. */
export const dearPictures = ({ perPicture, ...many }: ManyPictures): readonly string[] => {
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
    ...(many.longestTask > TASK_LIMIT_MS
      ? [`A task of ${ms(many.longestTask)} follows the drop of a folder, the limit is ${ms(TASK_LIMIT_MS)}.`]
      : []),
    ...(many.firstCard > FIRST_CARD_LIMIT_MS
      ? [
          `The first card comes ${ms(many.firstCard)} after the drop, the limit is ${ms(FIRST_CARD_LIMIT_MS)}.`,
        ]
      : []),
    ...(many.resident[1] > many.resident[0] + MEMORY_LIMIT
      ? [
          `Memory grows by ${megabytes(many.resident[1] - many.resident[0])} from ${FEWER} pictures to ${COUNT}.`,
        ]
      : []),
    ...(many.usable > USABLE_LIMIT_MS
      ? [`A long list is usable ${ms(many.usable)} after a reload, the limit is ${ms(USABLE_LIMIT_MS)}.`]
      : []),
  ]
}

/** The section of the report. */
export const manySection = (many: ManyPictures): string => `${MANY_TITLE}

A folder of ${many.pictures} small drawings is dropped and encoded by the built-in model; the page is opened again
afterwards. What counts is how long the page's own thread ran (CPU), whatever the machine did beside it, unless the clock
is named. The limits are ${ms(PICTURE_LIMIT_MS)} a picture, and for the last part of the list ${GROWTH_LIMIT} times the first; ${ms(TASK_LIMIT_MS)} for
each task of the drop; ${ms(FIRST_CARD_LIMIT_MS)} until the first card, by the clock, and ${ms(USABLE_LIMIT_MS)} until the list is there after a
reload; ${megabytes(MEMORY_LIMIT)} from ${FEWER} pictures to all of them. \`npm run bench -- --many\` fails above them.

| | page CPU |
| --- | --: |
| from the drop to the first ranking, in all | ${ms(many.taken)} |
| its longest task | ${ms(many.longestTask)} |
${many.perPicture
  .map(
    (cost, i) =>
      `| a picture, up to the ${(many.pictures / many.perPicture.length) * (i + 1)}th | ${ms(cost)} |`,
  )
  .join('\n')}
| opened again, until all are ranked, in all | ${ms(many.reopened)} |

By the clock, the first card stands ${ms(many.firstCard)} after the drop, ${many.rate.toFixed(1)} pictures are ranked a second, and after a
reload the list is there within ${ms(many.usable)}. The page's process holds ${megabytes(many.resident[0])} after ${FEWER} pictures and
${megabytes(many.resident[1])} after all, ${megabytes(many.heap)} of it in the page's heap. Encoded again at the next visit: ${many.encodedAgain}.`
