import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright'
import { drawVideo } from '../../fixtures/draw-video.ts'
import { rasterise } from '../../mini/draw/rasterise.ts'
import { drawSample, samples } from '../../mini/draw/samples.ts'
import { longestTask, TASK_LIMIT_MS } from './measure-tasks.ts'
import { median } from '../statistics.ts'
import { residentNow } from './page-memory.ts'
import { beginWatching, readWatched } from './watch-changes.ts'

/** What a camera that shows another drawing every two seconds costs, and how soon the verdict follows. */
export interface LiveCost {
  readonly minutes: number
  readonly threads: number
  /** Frames ranked in a second, over all of it. */
  readonly rate: number
  /** Changes of what the camera shows, and milliseconds until the verdict followed each that it followed. */
  readonly changes: number
  readonly followed: readonly number[]
  /** How often the verdict changed. */
  readonly verdicts: number
  /** Memory of the page's process in the first minute and in the last, in bytes; its heap of scripts. */
  readonly resident: readonly [number, number]
  readonly heap: readonly [number, number]
  /** Milliseconds of work. */
  readonly longestTask: number
  /** Whether the camera was off once the view was closed. */
  readonly ended: boolean
  /** Programs that waited for a processor meanwhile, on average, and how many processors there are. */
  readonly load: number
  readonly cores: number
}

const MINUTES = 5
const FOLLOW_LIMIT_MS = 700

/** By how much memory may grow from the first minute to the last. */
const GROWTH_LIMIT = 1.05

/** The same of the page's heap, in bytes: a note kept of each frame is 4 MB. */
const HEAP_GROWTH_LIMIT = 1.5e6

/** How long the page's tasks are traced, which takes memory of its own. */
const TRACED_MS = 20_000

const SIDE = 480
const SECONDS = 2

/** The two drawings of the first visit that are told apart by what they are, not by their paper. */
const drawCamera = (): Buffer =>
  drawVideo(
    { width: SIDE, height: SIDE },
    ['car', 'motorcycle'].map((kind) => {
      const sample = samples.find((one) => one.kind === kind)
      if (!sample) throw new Error(`no drawing of a ${kind}`)
      const { rgb } = rasterise(drawSample(sample), SIDE)
      return (x, y) => {
        const at = (y * SIDE + x) * 3
        return [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0]
      }
    }),
    SECONDS,
  )

/** Least of ten seconds, since garbage comes and goes: what the page's process holds, and its heap of scripts. */
const memoryOf = async (browser: Browser, page: Page): Promise<readonly [number, number]> => {
  const session = await browser.newBrowserCDPSession()
  const pageSession = await page.context().newCDPSession(page)
  await pageSession.send('Performance.enable')
  let [resident, heap] = [Infinity, Infinity]
  for (let i = 0; i < 10; i += 1) {
    await pageSession.send('HeapProfiler.collectGarbage')
    resident = Math.min(resident, await residentNow(session))
    const { metrics } = await pageSession.send('Performance.getMetrics')
    heap = Math.min(heap, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity)
    await setTimeout(1000)
  }
  await session.detach()
  await pageSession.detach()
  return [resident, heap]
}

/** Lets the page's root element tell how its camera is: `live` or `ended`. */
const watchCamera = () => {
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (asked) => {
    const stream = await open(asked)
    const [track] = stream.getVideoTracks()
    setInterval(() => {
      document.documentElement.dataset.camera = track?.readyState ?? 'none'
    }, 100)
    return stream
  }
}

const ranked = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.querySelector<HTMLElement>('[data-frames]')?.dataset.frames))

/** Ranks a fake camera by the built-in model for some minutes. */
export const measureLive = async (executablePath: string, app: string): Promise<LiveCost> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'live-'))
  const video = path.join(folder, 'camera.y4m')
  writeFileSync(video, drawCamera())
  const args = ['device-for-media-stream', 'ui-for-media-stream'].map((fake) => `--use-fake-${fake}`)
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--use-file-for-fake-video-capture=${video}`],
  })
  try {
    const context = await browser.newContext({ permissions: ['camera'] })
    await context.addInitScript(watchCamera)
    const page = await context.newPage()
    await page.goto(app)
    await page.evaluate(() => window.taglens.whenIdle())
    const threads = await page.evaluate(() => window.taglens.model()?.threads ?? 1)
    await page.getByRole('button', { name: 'Live camera or video' }).click()
    await page.getByText(/ frames a second$/).waitFor({ timeout: 60_000 })
    await beginWatching(page)
    const [begun, first] = [performance.now(), await ranked(page)]
    const loads: number[] = []
    const minute = async () => {
      await setTimeout(50_000)
      loads.push(loadavg()[0] ?? 0)
      return memoryOf(browser, page)
    }
    const atFirst = await minute()
    for (let i = 2; i < MINUTES; i += 1) {
      await minute()
      console.log(`live: minute ${i} of ${MINUTES}`)
    }
    const atLast = await minute()
    const rate = ((await ranked(page)) - first) / ((performance.now() - begun) / 1000)
    const { changes, verdicts } = await readWatched(page)
    const { worked } = await longestTask(browser, page, 'live', () => setTimeout(TRACED_MS))
    await page.keyboard.press('Escape')
    await setTimeout(1000)
    return {
      ...{ minutes: MINUTES, threads, rate, changes: changes.length, verdicts, longestTask: worked },
      followed: changes.flatMap(({ followed }) => followed ?? []),
      resident: [atFirst[0], atLast[0]],
      heap: [atFirst[1], atLast[1]],
      ended: await page.evaluate(() => document.documentElement.dataset.camera === 'ended'),
      load: loads.reduce((sum, one) => sum + one, 0) / loads.length,
      cores: cpus().length,
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

export const LIVE_TITLE = '## A camera, live'

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
const ms = (value: number): string => `${value.toFixed(0)} ms`

/** Of all, the one that so many in a hundred are below. */
const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? NaN

/** What exceeds its limit, in words. */
export const liveComplaints = (live: LiveCost): readonly string[] => [
  ...(Math.max(...live.followed) > FOLLOW_LIMIT_MS || live.followed.length < live.changes
    ? [
        `Live: the verdict followed ${live.followed.length} of ${live.changes} changes, the slowest after ${ms(Math.max(...live.followed))}; the limit is ${ms(FOLLOW_LIMIT_MS)}.`,
      ]
    : []),
  ...(live.resident[1] > live.resident[0] * GROWTH_LIMIT
    ? [`Live: memory grew from ${megabytes(live.resident[0])} to ${megabytes(live.resident[1])}.`]
    : []),
  ...(live.heap[1] > live.heap[0] + HEAP_GROWTH_LIMIT
    ? [`Live: the page's heap grew from ${megabytes(live.heap[0])} to ${megabytes(live.heap[1])}.`]
    : []),
  ...(live.longestTask > TASK_LIMIT_MS
    ? [`Live: a task of ${ms(live.longestTask)}, the limit is ${TASK_LIMIT_MS} ms.`]
    : []),
  ...(live.ended ? [] : ['Live: the camera is on when its view is closed.']),
]

/** The section of the report. */
export const liveSection = (live: LiveCost): string => `${LIVE_TITLE}

Chromium's fake camera shows one of two drawings for ${SECONDS} seconds each, over and over; the built-in model ranks it on
${live.threads} WASM threads for ${live.minutes} minutes, steadied over a second. A change counts from when the page's
own video element shows it until the verdict on the page is another. Memory is what the page's process holds, workers
and model included, the least of ten seconds. The limits are ${FOLLOW_LIMIT_MS} ms for each change, ${TASK_LIMIT_MS} ms of work for a task of the page,
and ${Math.round((GROWTH_LIMIT - 1) * 100)} % of growth; \`npm run bench -- --live\` fails above them. Meanwhile ${live.load.toFixed(1)} programs ran or waited for the machine's ${live.cores} cores,
the browser among them.

| | |
| --- | --: |
| frames ranked a second | ${live.rate.toFixed(1)} |
| changes that the verdict followed | ${live.followed.length} of ${live.changes} |
| verdicts in all | ${live.verdicts} |
| until it followed, median | ${ms(median(live.followed))} |
| of 95 in 100, at most | ${ms(percentile(live.followed, 0.95))} |
| worst | ${ms(Math.max(...live.followed))} |
| memory in the first minute | ${megabytes(live.resident[0])} |
| memory in the last minute | ${megabytes(live.resident[1])} |
| heap of the page’s scripts, first and last | ${(live.heap[0] / 1e6).toFixed(1)} and ${(live.heap[1] / 1e6).toFixed(1)} MB |
| longest task of the page, by work | ${ms(live.longestTask)} |
| the camera once the view is closed | ${live.ended ? 'off' : 'on'} |`
