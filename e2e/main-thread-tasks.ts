import type { Browser, Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
  /** Microseconds that the thread really ran. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** A task of the page's main thread, in milliseconds. */
export interface MainThreadTask {
  /** From its beginning to its end, whatever else the machine did meanwhile. */
  readonly elapsed: number
  /** What of it the thread itself worked. */
  readonly worked: number
}

/** Records the tasks of the page's main thread while `work` runs. */
export const recordTasks = async (
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<MainThreadTask[]> => {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  )
  return traceEvents
    .filter(
      (event) => event.ph === 'X' && /(^|::)RunTask$/.test(event.name) && mainThreads.has(thread(event)),
    )
    .map(({ dur = 0, tdur = dur }) => ({ elapsed: dur / 1000, worked: tdur / 1000 }))
}
