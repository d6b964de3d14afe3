import type { Browser, Page } from 'playwright'
import { longestTask, TASK_LIMIT_MS } from '../measure-tasks.ts'

/** Results of a long list as one file. */
export interface Saving {
  /** Pictures times tags. */
  readonly scores: number
  readonly bytes: number
  /** By the clock, from the press until the file is whole. */
  readonly time: number
  /** Milliseconds of work of the page's longest task meanwhile. */
  readonly longestTask: number
}

/** In the page: the file that stands in for one that the person names, since no program can answer that question. */
const standIn = () => {
  Object.assign(window, {
    async showSaveFilePicker() {
      return (await navigator.storage.getDirectory()).getFileHandle('results.json', { create: true })
    },
  })
}

/** In the page: resolves to the length of that file when it is whole. */
const untilWritten = async () => {
  const handle = await (
    await navigator.storage.getDirectory()
  ).getFileHandle('results.json', { create: true })
  for (;;) {
    const { size } = await handle.getFile()
    if (size > 0) return size
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Saves everything that is on the page as one JSON file. */
export const measureSaving = async (browser: Browser, page: Page, scores: number): Promise<Saving> => {
  await page.evaluate(standIn)
  let [bytes, time] = [0, 0]
  const { worked } = await longestTask(browser, page, 'saving', async () => {
    await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
    const startedAt = performance.now()
    await page.getByRole('menuitem', { name: 'JSON, all in one' }).click()
    bytes = await page.evaluate(untilWritten)
    time = performance.now() - startedAt
  })
  return { scores, bytes, time, longestTask: worked }
}

/** What exceeds its limit, in words. */
export const savingComplaints = ({ longestTask: worked }: Saving): readonly string[] =>
  worked > TASK_LIMIT_MS
    ? [`A task of ${worked.toFixed(0)} ms while a file is saved, the limit is ${TASK_LIMIT_MS} ms.`]
    : []

/** For the report. */
export const savingText = ({ scores, bytes, time, longestTask: worked }: Saving): string =>
  `Saved as one JSON file, all ${scores} scores are ${(bytes / 1e6).toFixed(0)} MB after ${(time / 1000).toFixed(1)} s by the clock; the page's longest task
meanwhile is ${worked.toFixed(0)} ms of work (the limit is ${TASK_LIMIT_MS} ms).`
