import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type CDPSession } from 'playwright'
import {
  dropFolder,
  encodes as countEncodes,
  idle,
  threadTime,
  until,
  untilKept,
  watchThread,
  writeDrawings,
} from './many/drawings.ts'
import { engineRate } from './many/engine-rate.ts'
import { measureReopened, reopenedText, slowReopening, type Reopened } from './many/reopen.ts'
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
  /** Pictures a second, over all of them; of the engine alone in the same browser, before and after. */
  readonly rate: number
  readonly engineRates: readonly [number, number]
  /** Memory of the page's process after {@link FEWER} pictures and after all, in bytes. */
  readonly resident: readonly [number, number]
  readonly reopened: Reopened
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

/** Of what the engine alone encodes in a second. */
const RATE_LIMIT = 0.85

/** Page CPU for one picture, in milliseconds; the last part of the list against the first. */
const PICTURE_LIMIT_MS = 2
const GROWTH_LIMIT = 1.2

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
    await idle(page)
    let firstCard = 0
    const { worked } = await longestTask(browser, page, 'the drop', async () => {
      const dropped = performance.now()
      await dropFolder(page, session, folder)
      await page.getByRole('gridcell').first().waitFor()
      firstCard = performance.now() - dropped
      await until(async () => (await countEncodes(page)) > 20)
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
  writeDrawings(folder, COUNT)
  const traced = await traceDrop(executablePath, app, folder)
  console.log(traced)
  const context = await chromium.launchPersistentContext(profile, { executablePath })
  try {
    const page = await context.newPage()
    const session = await watchThread(page)
    await page.goto(app)
    await idle(page)
    const engineBefore = await engineRate(context, app)
    const encodes = () => countEncodes(page)
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
    await idle(page)
    const resident = [fewer, await memoryOf(session, browserSession)] as const
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
    await untilKept(page, COUNT)
    await page.close()
    const engineRates = [engineBefore, await engineRate(context, app)] as const
    return {
      pictures: COUNT,
      perPicture: marks.slice(1).map((mark, i) => (mark - (marks[i] ?? 0)) / (COUNT / PARTS)),
      taken: (marks[0] ?? 0) - begun,
      ...traced,
      rate,
      engineRates,
      resident,
      heap,
      reopened: await measureReopened(context, app, COUNT),
    }
  } finally {
    await context.close()
    rmSync(folder, { recursive: true })
    rmSync(profile, { recursive: true, force: true })
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`

/** Pictures a second. */
const engineAlone = ({ engineRates: [before, after] }: Pick<ManyPictures, 'engineRates'>): number =>
  (before + after) / 2

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
    ...(many.rate < engineAlone(many) * RATE_LIMIT
      ? [`The app encodes ${(many.rate / engineAlone(many)).toFixed(2)} times what the engine alone does.`]
      : []),
    ...slowReopening(many.reopened),
  ]
}

/** The section of the report. */
export const manySection = (many: ManyPictures): string => `${MANY_TITLE}

A folder of ${many.pictures} small drawings is dropped and encoded by the built-in model. What counts is how long the page's own thread ran (CPU), whatever the machine did beside it, unless the clock
is named. The limits are ${ms(PICTURE_LIMIT_MS)} a picture, and for the last part of the list ${GROWTH_LIMIT} times the first; ${ms(TASK_LIMIT_MS)} for
each task of the drop; ${ms(FIRST_CARD_LIMIT_MS)} until the first card, by the clock; ${megabytes(MEMORY_LIMIT)} from ${FEWER} pictures to all of them. \`npm run bench -- --many\` fails above them.

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

By the clock, the first card stands ${ms(many.firstCard)} after the drop, and ${many.rate.toFixed(1)} pictures are ranked a second: ${(many.rate / engineAlone(many)).toFixed(2)} times
what the engine alone encodes in the same browser (${many.engineRates.map((rate) => rate.toFixed(1)).join(' before and ')} after; the limit is ${RATE_LIMIT}). The page's process
holds ${megabytes(many.resident[0])} after ${FEWER} pictures and ${megabytes(many.resident[1])} after all, ${megabytes(many.heap)} of it in the page's heap.

${reopenedText(many.reopened)}`
