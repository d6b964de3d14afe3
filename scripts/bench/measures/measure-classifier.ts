import { loadavg } from 'node:os'
import { chromium, type Browser, type Page } from 'playwright'
import { clouds } from '../../../src/testing/clouds.ts'
import { median } from '../statistics.ts'
import { ms, table } from './figures.ts'
import type { TraceEvent } from './measure-tasks.ts'

/** What is learned: so many examples of so many tags, as vectors of 512 numbers. */
interface Size {
  readonly examples: number
  readonly tags: number
}

/** What learning took. */
interface LearningCost extends Size {
  /** Milliseconds from the call to its answer, in the page. */
  readonly median: number
  readonly least: number
  /** Milliseconds that the worker's thread really ran while it was looked at, which slows it: the least of the rounds. */
  readonly worker: number
  /** Longest task of the page's thread meanwhile, in milliseconds: no input waits longer. */
  readonly longestTask: number
  /** How often it was said how much is done. */
  readonly steps: number
  /** Held-out share of right answers, 0 to 1: how hard the task was. */
  readonly share: number
}

/** What a classifier of the person's own costs to learn, folds and all. */
export interface ClassifierCost {
  readonly sizes: readonly LearningCost[]
  /** Milliseconds from the abort to its answer, in the middle of the largest. */
  readonly cancelled: number
  /** Programs that ran or waited for the machine meanwhile. */
  readonly load: number
}

export const CLASSIFIER_TITLE = '## A classifier of one’s own'

const WIDTH = 512
const ROUNDS = 7
const [FEW, USUAL, LARGE]: readonly [Size, Size, Size] = [
  // The most of which the folds also choose how loud the numbers are.
  { examples: 200, tags: 10 },
  { examples: 500, tags: 10 },
  { examples: 2000, tags: 50 },
]
/** Of the usual size, in a worker. */
const LIMIT_MS = 250
/** Of a task of the page while it learns. */
const INPUT_LIMIT_MS = 50

/** Milliseconds that tasks of threads of this name ran, while something was done. */
const traced = async (browser: Browser, page: Page, work: () => Promise<void>) => {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  const tasksOf = (name: RegExp) => {
    const threads = new Set(
      traceEvents
        .filter((event) => event.name === 'thread_name' && name.test(event.args?.name ?? ''))
        .map(thread),
    )
    return traceEvents
      .filter((event) => event.ph === 'X' && /(^|::)RunTask$/.test(event.name) && threads.has(thread(event)))
      .map(({ dur = 0, tdur = dur }) => tdur / 1000)
  }
  const workers = tasksOf(/^DedicatedWorker/)
  return {
    worker: workers.reduce((sum, time) => sum + time, 0),
    longestTask: Math.max(0, ...tasksOf(/^CrRendererMain$/)),
  }
}

declare global {
  interface Window {
    /** What the bench trains on, made before anything is measured. */
    benchExamples?: { vector: Float32Array; yes: string[] }[]
  }
}

/** Makes the examples in the page: clouds that overlap, as pictures of related things do. */
const bring = async (page: Page, { examples, tags }: Size): Promise<void> => {
  const set = clouds({ classes: tags, perClass: examples / tags, width: WIDTH, noise: 5 })
  const base64 = Buffer.from(set.vectors.buffer, 0, set.vectors.byteLength).toString('base64')
  await page.evaluate(
    ({ base64, truth, width }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const all = new Float32Array(bytes.buffer)
      window.benchExamples = truth.map((c, i) => ({
        vector: all.slice(i * width, (i + 1) * width),
        yes: [`tag ${c}`],
      }))
    },
    { base64, truth: set.truth, width: WIDTH },
  )
}

/** Trains once, as a program does. */
const trainOnce = (page: Page, tags: number) =>
  page.evaluate(async (count) => {
    let steps = 0
    const labels = Array.from({ length: count }, (_, c) => `tag ${c}`)
    const began = performance.now()
    const { accuracy } = await window.taglens.classifiers.train(
      { labels, examples: window.benchExamples ?? [] },
      {
        // A method: what is compiled for Node gives other functions their names by a helper, which no page has.
        onProgress() {
          steps += 1
        },
      },
    )
    return { time: performance.now() - began, steps, share: accuracy?.share ?? NaN }
  }, tags)

const measureSize = async (
  browser: Browser,
  page: Page,
  size: Size,
  rounds: number,
): Promise<LearningCost> => {
  await bring(page, size)
  await trainOnce(page, size.tags)
  const costs: (Awaited<ReturnType<typeof trainOnce>> & Awaited<ReturnType<typeof traced>>)[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { time, steps, share } = await trainOnce(page, size.tags)
    // Tracing slows what it looks at: the time is of a round without it.
    const seen = await traced(browser, page, async () => {
      await trainOnce(page, size.tags)
    })
    costs.push({ time, steps, share, ...seen })
  }
  const times = costs.map(({ time }) => time)
  return {
    ...size,
    median: median(times),
    least: Math.min(...times),
    worker: Math.min(...costs.map(({ worker }) => worker)),
    longestTask: Math.max(...costs.map(({ longestTask }) => longestTask)),
    steps: costs[0]?.steps ?? 0,
    share: costs[0]?.share ?? NaN,
  }
}

/** Stops learning the large set once it has begun. */
const cancel = (page: Page, tags: number): Promise<number> =>
  page.evaluate(async (count) => {
    const stop = new AbortController()
    const labels = Array.from({ length: count }, (_, c) => `tag ${c}`)
    let stoppedAt = NaN
    try {
      await window.taglens.classifiers.train(
        { labels, examples: window.benchExamples ?? [] },
        {
          signal: stop.signal,
          onProgress() {
            if (stop.signal.aborted) return
            stoppedAt = performance.now()
            stop.abort()
          },
        },
      )
    } catch {
      // It was stopped.
    }
    return performance.now() - stoppedAt
  }, tags)

/** Learns in the built app from vectors that are there. */
export const measureClassifier = async (executablePath: string, app: string): Promise<ClassifierCost> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    await page.goto(`${app}?model=none`)
    await page.evaluate(() => window.taglens.whenIdle())
    const sizes = [
      await measureSize(browser, page, FEW, ROUNDS),
      await measureSize(browser, page, USUAL, ROUNDS),
      await measureSize(browser, page, LARGE, 1),
    ]
    return { sizes, cancelled: await cancel(page, LARGE.tags), load: loadavg()[0] ?? NaN }
  } finally {
    await browser.close()
  }
}

/** What exceeds its limit, in words. The least counts: a busy machine slows what is measured. */
export const slowLearning = ({ sizes }: ClassifierCost): readonly string[] => [
  ...sizes
    .filter(({ examples, least }) => examples <= USUAL.examples && least > LIMIT_MS)
    .map(({ examples, least }) => `${examples} examples are learned from in ${ms(least)} ms.`),
  ...sizes
    .filter(({ longestTask }) => longestTask > INPUT_LIMIT_MS)
    .map(({ examples, longestTask }) => `${examples} examples: a task of the page of ${ms(longestTask)} ms.`),
]

/** The section of the report. */
export const classifierSection = ({ sizes, cancelled, load }: ClassifierCost): string => `${CLASSIFIER_TITLE}

Learned from vectors of ${WIDTH} numbers that are made up and overlap, by \`taglens.classifiers.train\` in the built app: reading the
call, near-duplicates, all folds, calibration and the report. The page's time is from the call to its answer; the worker's is
what its thread ran while it was traced, which slows it. \`npm run bench -- --classifier\` fails where the call takes more than ${LIMIT_MS} ms
for up to ${USUAL.examples} examples at the least, or a task of the page more than ${INPUT_LIMIT_MS} ms meanwhile. Stopped in the middle of ${LARGE.examples}, it answered after ${ms(cancelled)} ms. Meanwhile ${load.toFixed(1)} programs
ran or waited for the machine's cores, which slows all of it.

${table(
  [
    'examples x numbers x tags',
    'median',
    'least',
    'worker, traced',
    'longest task of the page',
    'told how far',
    'right, held out',
  ],
  sizes.map((cost) => [
    `${cost.examples} x ${WIDTH} x ${cost.tags}`,
    `${ms(cost.median)} ms`,
    `${ms(cost.least)} ms`,
    `${ms(cost.worker)} ms`,
    `${ms(cost.longestTask)} ms`,
    `${cost.steps} times`,
    `${(cost.share * 100).toFixed(0)} %`,
  ]),
)}`
