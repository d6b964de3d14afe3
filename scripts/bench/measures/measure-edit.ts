import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from 'playwright'
import { dropFolder, idle, threadTime, watchThread, writeDrawings } from './many/drawings.ts'
import { measureSaving, savingComplaints, savingText, type Saving } from './many/measure-saving.ts'
import { median } from '../statistics.ts'

/** What one edited tag costs a long list. */
export interface EditCosts {
  /** CPU of the worker's code in milliseconds, by pictures: median and least. */
  readonly worker: readonly { readonly pictures: number; readonly median: number; readonly least: number }[]
  /** Programs that ran or waited for the machine meanwhile. */
  readonly load: number
  /** All of it written as JSON afterwards. */
  readonly saving: Saving
  /** Milliseconds that the page's thread ran for an edit, until counts and screen were right. */
  readonly page: { readonly pictures: number; readonly median: number; readonly least: number }
}

export const EDIT_TITLE = '## One tag edited'

const TAGS = 100
const ROUNDS = 7
const PAGE_PICTURES = 10_000
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

/** Everything has been said, and drawn. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await window.taglens.whenIdle()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })

/**
 * A threshold is an edit that no text tower is asked for: all that it costs is judging, counting and drawing. The slider has
 * focus already, since looking for it by its name would cost the page as much as the edit.
 */
const editByKey = async (page: Page): Promise<void> => {
  await page.keyboard.press('ArrowRight')
  await drawn(page)
}

const pageCosts = async (
  executablePath: string,
  app: string,
): Promise<{ readonly costs: readonly number[]; readonly saving: Saving }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'edit-'))
  const profile = mkdtempSync(path.join(tmpdir(), 'edit-profile-'))
  writeDrawings(folder, PAGE_PICTURES)
  const context = await chromium.launchPersistentContext(profile, { executablePath })
  try {
    const page = await context.newPage()
    const session = await watchThread(page)
    const labels = Array.from({ length: TAGS }, (_, i) => `thing ${i}`).join(',')
    await page.goto(`${app}?labels=${encodeURIComponent(labels)}`)
    await idle(page)
    await dropFolder(page, session, folder)
    await page.getByRole('gridcell').first().waitFor()
    await idle(page)
    await page.locator('summary', { hasText: 'Scoring' }).click()
    await page.getByRole('combobox', { name: 'A threshold of its own for' }).selectOption({ index: 1 })
    const slider = page.getByRole('slider', { name: 'Least match' })
    await slider.focus()
    const begun = Number(await slider.inputValue())
    const costs: number[] = []
    for (let round = 0; round < ROUNDS + 1; round += 1) {
      await setTimeout(1000)
      const before = await threadTime(session)
      await editByKey(page)
      if (round > 0) costs.push((await threadTime(session)) - before)
    }
    if (Number(await slider.inputValue()) !== begun + costs.length + 1)
      throw new Error('the edits went elsewhere')
    const browser = context.browser()
    if (!browser) throw new Error('no browser to trace')
    return { costs, saving: await measureSaving(browser, page, PAGE_PICTURES * TAGS) }
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
export const measureEdit = async (executablePath: string, app: string): Promise<EditCosts> => {
  const { costs, saving } = await pageCosts(executablePath, app)
  return {
    worker: Object.keys(LIMITS_MS)
      .map(Number)
      .map((pictures) => summed(pictures, workerCosts(pictures))),
    page: summed(PAGE_PICTURES, costs),
    saving,
    load: loadavg()[0] ?? NaN,
  }
}

/** What exceeds its limit, in words. The least counts: a busy machine slows CPU time as well. */
export const dearEdits = ({ worker, page, saving }: EditCosts): readonly string[] => [
  ...worker
    .filter(({ pictures, least }) => least > (LIMITS_MS[pictures] ?? Infinity))
    .map(
      ({ pictures, least }) =>
        `An edited tag costs the worker ${least.toFixed(0)} ms at ${pictures} pictures.`,
    ),
  ...savingComplaints(saving),
  ...(page.least > PAGE_LIMIT_MS ? [`An edited tag costs the page ${page.least.toFixed(1)} ms.`] : []),
]

const row = (name: string, { pictures, median: middle, least }: EditCosts['page'], limit: number): string =>
  `| ${name}, ${pictures} pictures | ${middle.toFixed(0)} ms | ${least.toFixed(0)} ms | ${limit} ms |`

/** The section of the report. */
export const editSection = ({ worker, page, saving, load }: EditCosts): string => `${EDIT_TITLE}

One of ${TAGS} tags is edited: counts, order by sureness and what is on the screen follow. CPU time of the columns worker's code
in Node over made-up vectors of 512 numbers, which come in as the page's do; of the page's own thread in the built app, whose
pictures are drawings that the built-in model encoded, until nothing is left to do. Before there were columns the page took
2091 ms of its thread for the same at 10000 pictures. \`npm run bench -- --edit\` fails above the limits. Meanwhile ${load.toFixed(1)} programs
ran or waited for the machine's cores, which slows CPU time as well.

| | median | least | limit |
| --- | --: | --: | --: |
${worker.map((cost) => row('worker', cost, LIMITS_MS[cost.pictures] ?? 0)).join('\n')}
${row('page', page, PAGE_LIMIT_MS)}

${savingText(saving)}`
