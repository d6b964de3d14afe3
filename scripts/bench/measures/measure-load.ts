import { readFile } from 'node:fs/promises'
import { chromium, type Browser, type Page } from 'playwright'

const MODEL = 'bench/vit-b32'

/** One load of a model, from asking for it to its first answer. */
export interface LoadSample {
  /** Milliseconds. */
  readonly time: number
  /** Most memory that the page's process has had, in bytes; `null` where the system does not tell (not Linux). */
  readonly peak: number | null
}

/** Ways to load the same model that are compared. */
export interface LoadSamples {
  /** Asked of its host, downloaded, verified, kept, opened, checked. */
  readonly downloaded: LoadSample
  /** By the next visit, from this device. */
  readonly stored: LoadSample
  /** The vision tower alone, fetched and opened by ONNX Runtime: the floor, not a rival. */
  readonly bare: LoadSample
  readonly pipeline: LoadSample
}

/** The largest high-water mark of a browser's page processes, by `/proc`. */
export const peakMemory = async (browser: Browser): Promise<number | null> => {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks: number[] = []
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? NaN)
    if (Number.isFinite(kilobytes)) peaks.push(kilobytes * 1024)
  }
  return peaks.length > 0 ? Math.max(...peaks) : null
}

/** Opens `url` in a process of its own, so that nothing is left over from another measurement. */
const inFreshBrowser = async (
  executablePath: string,
  url: string,
  measure: (page: Page, browser: Browser) => Promise<readonly LoadSample[]>,
): Promise<readonly LoadSample[]> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(url)
    return await measure(page, browser)
  } finally {
    await browser.close()
  }
}

const loadInApp = (page: Page, hub: string): Promise<number> =>
  page.evaluate(
    async ([id, host]) => {
      const startedAt = performance.now()
      await window.taglens.loadModel({ id, host, dtype: 'q8', device: 'wasm' })
      return performance.now() - startedAt
    },
    [MODEL, hub] as const,
  )

/** Loads the model in every way once, each in a browser of its own; one thread count for all. */
export const measureLoads = async (
  executablePath: string,
  { app, site, hub }: { readonly app: string; readonly site: string; readonly hub: string },
  threads: number,
): Promise<LoadSamples> => {
  const [downloaded, stored] = await inFreshBrowser(
    executablePath,
    `${app}?model=none`,
    async (page, browser) => {
      const first = { time: await loadInApp(page, hub), peak: await peakMemory(browser) }
      const context = page.context()
      await page.close()
      const visit = await context.newPage()
      await visit.goto(`${app}?model=none`)
      return [first, { time: await loadInApp(visit, hub), peak: await peakMemory(browser) }]
    },
  )
  const timed = (work: (page: Page) => Promise<unknown>) => async (page: Page, browser: Browser) => {
    const startedAt = performance.now()
    await work(page)
    return [{ time: performance.now() - startedAt, peak: await peakMemory(browser) }]
  }
  const graph = `${hub}/${MODEL}/resolve/main/onnx/vision_model_quantized.onnx`
  const [bare] = await inFreshBrowser(
    executablePath,
    site,
    timed((page) =>
      page.evaluate(([url, count]) => window.bench.openBare(url, count), [graph, threads] as const),
    ),
  )
  const [pipeline] = await inFreshBrowser(
    executablePath,
    site,
    timed((page) =>
      page.evaluate(([host, id, count]) => window.bench.openPipeline(host, id, count), [
        `${hub}/`,
        MODEL,
        threads,
      ] as const),
    ),
  )
  if (!downloaded || !stored || !bare || !pipeline) throw new Error('A load was not measured.')
  return { downloaded, stored, bare, pipeline }
}
