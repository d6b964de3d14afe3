import type { Browser, Page } from 'playwright'
import { serveRepository } from '../../hosts/hub/serve-repository.ts'
import { buildColorModel } from '../../../src/testing/color-model/build-color-model.ts'

/** Work of one task above which a person notices that the page does not answer (RAIL), in milliseconds. */
export const TASK_LIMIT_MS = 50

const MODEL = 'test/colours'
const PICTURES = 60
const TAGS = 1000

/** The longest task of the page's main thread while something was done. */
export interface LongestTask {
  /** What was done. */
  readonly title: string
  /** Milliseconds that the thread really ran, whatever else the machine did meanwhile. */
  readonly worked: number
  readonly tasks: number
}

/** What of an event of a trace is read. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds from beginning to end. */
  readonly dur?: number
  /** Microseconds that the thread really ran. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The model of {@link measureTasks}, for the hub. */
export const serveTaskModel = () => serveRepository(MODEL, buildColorModel())

/** Traces the page's thread while something is done. */
export const longestTask = async (
  browser: Browser,
  page: Page,
  title: string,
  work: () => Promise<unknown>,
): Promise<LongestTask> => {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  )
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && /(^|::)RunTask$/.test(event.name) && mainThreads.has(thread(event)),
  )
  const worked = Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000))
  return { title, worked, tasks: tasks.length }
}

const whenIdle = (page: Page): Promise<void> => page.evaluate(() => window.taglens.whenIdle())

/** Draws pictures of 1200 x 900 pixels, each of other content than the rest. */
const draw = (page: Page, count: number) =>
  page.evaluateHandle(async (wanted) => {
    const transfer = new DataTransfer()
    for (let i = 0; i < wanted; i += 1) {
      const canvas = new OffscreenCanvas(1200, 900)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('This browser gives no canvas.')
      const colours = context.createLinearGradient(0, 0, 1200, 900)
      colours.addColorStop(0, `hsl(${(i + wanted) * 37} 80% 50%)`)
      colours.addColorStop(1, `hsl(${i * 11} 50% ${20 + i}%)`)
      context.fillStyle = colours
      context.fillRect(0, 0, 1200, 900)
      transfer.items.add(new File([await canvas.convertToBlob()], `picture ${i}.png`, { type: 'image/png' }))
    }
    return transfer
  }, count)

/** Lets the pictures go over the page, and waits until they are ranked. */
const drop = async (page: Page, dataTransfer: Awaited<ReturnType<typeof draw>>): Promise<void> => {
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer })
  await whenIdle(page)
}

const paste = (page: Page, text: string): Promise<void> =>
  page.getByRole('textbox', { name: 'Add tags' }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const manyTags = Array.from({ length: TAGS }, (_, i) => `colour ${i}`).join('\n')

/** Opens the app with the colour model and these tags alone. */
const openWith = async (
  page: Page,
  { app, hub }: { readonly app: string; readonly hub: string },
  tags: readonly string[],
): Promise<void> => {
  await page.goto(`${app}?model=none`)
  await page.evaluate(() => {
    localStorage.clear()
  })
  await page.reload()
  await page.evaluate(
    (baseUrl) => window.taglens.loadModel({ baseUrl, device: 'wasm' }),
    `${hub}/${MODEL}/resolve/main`,
  )
  await page.getByRole('textbox', { name: 'Add tags' }).press('ArrowDown')
  for (let left = await page.locator('[data-tag-text]').count(); left > 0; left -= 1)
    await page.keyboard.press('Delete')
  await paste(page, tags.join('\n'))
}

/** Does what keeps the page's thread busiest, and finds the longest task of each. */
export const measureTasks = async (
  browser: Browser,
  urls: { readonly app: string; readonly hub: string },
): Promise<readonly LongestTask[]> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const results: LongestTask[] = []
    const measure = async (title: string, work: () => Promise<unknown>) => {
      results.push(await longestTask(browser, page, title, work))
    }
    await page.goto(urls.app)
    await whenIdle(page)
    await measure(`${TAGS} tags pasted, read by the built-in model`, async () => {
      await paste(page, manyTags)
      await whenIdle(page)
    })

    await openWith(page, urls, ['red', 'blue'])
    await drop(page, await draw(page, 1))
    await measure(`${TAGS} tags pasted beside a picture`, async () => {
      await paste(page, manyTags)
      await whenIdle(page)
    })
    await measure('one of them edited', async () => {
      await page.getByRole('textbox', { name: 'Add tags' }).press('ArrowDown')
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('yellow')
      await page.keyboard.press('Enter')
      await whenIdle(page)
    })

    await openWith(page, urls, ['red', 'green', 'blue', 'yellow', 'black', 'white'])
    // Starting up is over when two pictures have been ranked and the grid has been drawn.
    const [first, rest] = [await draw(page, 2), await draw(page, PICTURES)]
    await drop(page, first)
    await measure(`${PICTURES} pictures encoded`, () => drop(page, rest))
    return results
  } finally {
    await context.close()
  }
}
