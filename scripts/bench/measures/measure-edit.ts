import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type CDPSession, type Page } from 'playwright'
import { median } from '../statistics.ts'
import { drawPng } from './measure-many.ts'

/** What one edited tag costs a long list. */
export interface EditCosts {
  /** CPU of the worker's code in milliseconds, by pictures: median and least. */
  readonly worker: readonly { readonly pictures: number; readonly median: number; readonly least: number }[]
  /** Milliseconds that the page's thread ran for an edit, until counts and screen were right. */
  /** Programs that ran or waited for the machine meanwhile. */
  readonly load: number
  readonly page: { readonly pictures: number; readonly median: number; readonly least: number }
}

export const EDIT_TITLE = '## One tag edited'

const TAGS = 100
const ROUNDS = 7
const PAGE_PICTURES = 1000
/** What the columns have to keep to, by pictures. */
const LIMITS_MS: Readonly<Record<number, number>> = { 10_000: 100, 100_000: 600 }
const PAGE_LIMIT_MS = 16

/** In a process of its own, as the worker has one thread to itself. */
const workerCosts = (pictures: number): readonly number[] =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--import',
        'tsx',
        path.join(import.meta.dirname, '../columns.ts'),
        `${pictures}`,
        `${TAGS}`,
        `${ROUNDS}`,
      ],
      { encoding: 'utf8' },
    ),
  ) as number[]

const threadTime = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

const idle = (page: Page): Promise<void> => page.evaluate(() => window.taglens.whenIdle())

/** A threshold is an edit that no text tower is asked for: all that it costs is judging, counting and drawing. */
const editByKey = async (page: Page): Promise<void> => {
  await page.getByRole('slider', { name: 'Least match' }).press('ArrowRight')
  await idle(page)
}

const pageCosts = async (executablePath: string, app: string): Promise<readonly number[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'edit-'))
  const profile = mkdtempSync(path.join(tmpdir(), 'edit-profile-'))
  const files = Array.from({ length: PAGE_PICTURES }, (_, i) => {
    const file = path.join(folder, `drawing ${i}.png`)
    writeFileSync(file, drawPng(i))
    return file
  })
  const context = await chromium.launchPersistentContext(profile, { executablePath })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const labels = Array.from({ length: TAGS }, (_, i) => `thing ${i}`).join(',')
    await page.goto(`${app}?labels=${encodeURIComponent(labels)}`)
    await idle(page)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await choosing).setFiles(files)
    await idle(page)
    await page.locator('summary', { hasText: 'Scoring' }).click()
    await page.getByRole('combobox', { name: 'A threshold of its own for' }).selectOption({ index: 1 })
    const costs: number[] = []
    for (let round = 0; round < ROUNDS + 1; round += 1) {
      await setTimeout(300)
      const before = await threadTime(session)
      await editByKey(page)
      if (round > 0) costs.push((await threadTime(session)) - before)
    }
    return costs
  } finally {
    await context.close()
    rmSync(folder, { recursive: true })
    rmSync(profile, { recursive: true, force: true })
  }
}

const summed = (pictures: number, costs: readonly number[]) => ({
  pictures,
  median: median(costs),
  least: Math.min(...costs),
})

/** Edits one of a hundred tags over lists of several lengths. */
export const measureEdit = async (executablePath: string, app: string): Promise<EditCosts> => ({
  worker: Object.keys(LIMITS_MS)
    .map(Number)
    .map((pictures) => summed(pictures, workerCosts(pictures))),
  page: summed(PAGE_PICTURES, await pageCosts(executablePath, app)),
  load: loadavg()[0] ?? NaN,
})

/** What exceeds its limit, in words. The least counts: a busy machine slows CPU time as well. */
export const dearEdits = ({ worker, page }: EditCosts): readonly string[] => [
  ...worker
    .filter(({ pictures, least }) => least > (LIMITS_MS[pictures] ?? Infinity))
    .map(
      ({ pictures, least }) =>
        `An edited tag costs the worker ${least.toFixed(0)} ms at ${pictures} pictures.`,
    ),
  ...(page.least > PAGE_LIMIT_MS ? [`An edited tag costs the page ${page.least.toFixed(1)} ms.`] : []),
]

const row = (name: string, { pictures, median: middle, least }: EditCosts['page'], limit: number): string =>
  `| ${name}, ${pictures} pictures | ${middle.toFixed(0)} ms | ${least.toFixed(0)} ms | ${limit} ms |`

/** The section of the report. */
export const editSection = ({ worker, page, load }: EditCosts): string => `${EDIT_TITLE}

One of ${TAGS} tags is edited: counts, order by sureness and what is on the screen follow. CPU time of the columns worker's code
in Node over made-up vectors of 512 numbers, which come in as the page's do; of the page's own thread in the built app, whose
pictures are drawings that the built-in model encoded, until nothing is left to do. Before there were columns the page took
2091 ms of its thread for the same at 10000 pictures. \`npm run bench -- --edit\` fails above the limits. Meanwhile ${load.toFixed(1)} programs
ran or waited for the machine's cores, which slows CPU time as well.

| | median | least | limit |
| --- | --: | --: | --: |
${worker.map((cost) => row('worker', cost, LIMITS_MS[cost.pictures] ?? 0)).join('\n')}
${row('page', page, PAGE_LIMIT_MS)}`
