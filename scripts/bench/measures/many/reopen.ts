import type { BrowserContext, Page } from 'playwright'
import { drawPng, encodes, idle, threadTime, untilKept, watchThread } from './drawings.ts'

/** What it costs to come back to a long list. */
export interface Reopened {
  readonly pictures: number
  /** Milliseconds by the clock from the reload until the first can be looked at. */
  readonly usable: number
  /** The same until all of them are on the page, and until all are ranked. */
  readonly listed: number
  readonly ranked: number
  /** Milliseconds that the page's thread ran for it. */
  readonly cpu: number
  readonly encodes: number
  /** Pictures under another name in the folder that is chosen again, others whose bytes have changed, and what was encoded. */
  readonly renamed: number
  readonly changed: number
  readonly encodedOfRenamed: number
  readonly encodedOfChanged: number
}

/** By the clock. */
const USABLE_LIMIT_MS = 3000

const RENAMED = 100
const CHANGED = 50

/** Pictures that are written at a time. */
const AT_ONCE = 500

/** A seed that no drawing of the folder has, and that gives another picture. */
const seedOfChanged = (i: number): number => 40_009 + i * 37

/** In the page: a folder of the origin's private files, which stands in for one of the person's. */
const writeFiles = async (files: readonly (readonly [name: string, base64: string])[]) => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('holiday', { create: true })
  for (const [name, base64] of files) {
    const file = await folder.getFileHandle(name, { create: true })
    const writing = await file.createWritable()
    await writing.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
    await writing.close()
  }
}

const write = async (page: Page, count: number, seedOf: (i: number) => number): Promise<void> => {
  for (let start = 0; start < count; start += AT_ONCE) {
    const seeds = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, i) => start + i)
    await page.evaluate(
      writeFiles,
      seeds.map((i) => [`drawing ${i}.png`, drawPng(seedOf(i)).toString('base64')] as const),
    )
  }
}

const rename = (page: Page, from: number, count: number): Promise<void> =>
  page.evaluate(
    async ([first, many]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('holiday')
      for (let i = first; i < first + many; i += 1) {
        const file = await folder.getFileHandle(`drawing ${i}.png`)
        // Chromium's; TypeScript's library does not know it.
        await (file as FileSystemFileHandle & { move(name: string): Promise<void> }).move(`other ${i}.png`)
      }
    },
    [from, count] as const,
  )

/** A visit that knows of no list of its own, and chooses that folder. @returns pictures that it encoded. */
const chooseAgain = async (context: BrowserContext, app: string, pictures: number) => {
  const page = await context.newPage()
  await page.addInitScript(() => {
    Object.assign(window, {
      async showDirectoryPicker() {
        return (await navigator.storage.getDirectory()).getDirectoryHandle('holiday')
      },
    })
  })
  await page.goto(app)
  await idle(page)
  const before = await encodes(page)
  await page.getByRole('button', { name: 'Choose folder' }).click()
  await untilListed(page, pictures)
  await idle(page)
  return { page, encoded: (await encodes(page)) - before }
}

const untilListed = (page: Page, count: number): Promise<unknown> =>
  page
    .getByRole('region', { name: 'Pictures' })
    .getByText(count.toLocaleString('en'), { exact: true })
    .waitFor({ timeout: 30_000 })

/**
 * Comes back to so many drawings, which this browser has encoded and kept as one list: a folder of them is chosen, the page
 * opened again; then some get other names and some other bytes.
 */
export const measureReopened = async (
  context: BrowserContext,
  app: string,
  pictures: number,
): Promise<Reopened> => {
  const writer = await context.newPage()
  await writer.goto(`${app}?model=none`)
  await write(writer, pictures, (i) => i)
  console.log('a folder of them is written')
  const { page, encoded } = await chooseAgain(context, app, pictures)
  await untilKept(page, 2 * pictures)
  const session = await watchThread(page)
  const leftAt = performance.now()
  await page.reload()
  const begun = await threadTime(session)
  await page.getByRole('gridcell').first().waitFor()
  const usable = performance.now() - leftAt
  await untilListed(page, pictures)
  const listed = performance.now() - leftAt
  await idle(page)
  const ranked = performance.now() - leftAt
  const cpu = (await threadTime(session)) - begun
  const again = encoded + (await encodes(page))
  await page.close()

  await rename(writer, 0, RENAMED)
  const second = await chooseAgain(context, app, pictures)
  await second.page.close()
  // In the middle of the folder, and none of those.
  const changed = Array.from({ length: CHANGED }, (_, i) => i)
  await writer.evaluate(
    writeFiles,
    changed.map(
      (i) => [`drawing ${RENAMED + i * 3}.png`, drawPng(seedOfChanged(i)).toString('base64')] as const,
    ),
  )
  const third = await chooseAgain(context, app, pictures)
  await third.page.close()
  await writer.close()
  return {
    ...{ pictures, usable, listed, ranked, cpu, encodes: again },
    ...{ renamed: RENAMED, changed: CHANGED },
    encodedOfRenamed: second.encoded,
    encodedOfChanged: third.encoded,
  }
}

/** What exceeds its limit, in words. */
export const slowReopening = ({ usable, ...reopened }: Reopened): readonly string[] => [
  ...(usable > USABLE_LIMIT_MS
    ? [`A long list is usable ${usable.toFixed(0)} ms after a reload, the limit is ${USABLE_LIMIT_MS} ms.`]
    : []),
  ...(reopened.encodes > 0 ? [`Of known pictures ${reopened.encodes} were encoded again.`] : []),
  ...(reopened.encodedOfRenamed > 0
    ? [`Of renamed pictures ${reopened.encodedOfRenamed} were encoded again.`]
    : []),
  ...(reopened.encodedOfChanged === reopened.changed
    ? []
    : [`Of ${reopened.changed} changed pictures ${reopened.encodedOfChanged} were encoded.`]),
]

/** For the report. */
export const reopenedText = (reopened: Reopened): string => {
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
  return `The same drawings in a folder that the browser lets the page read again (a stand-in among the origin's private files,
since no program can answer the browser's question) are chosen, and the page is reloaded: by the clock the first can be looked
at after ${seconds(reopened.usable)} (the limit is ${seconds(USABLE_LIMIT_MS)}), all ${reopened.pictures} are listed after ${seconds(reopened.listed)} and ranked after ${seconds(reopened.ranked)}, for
${seconds(reopened.cpu)} of the page's CPU and ${reopened.encodes} encodes. Then ${reopened.renamed} get other names and the folder is chosen again: ${reopened.encodedOfRenamed} encodes. Then
${reopened.changed} get other bytes: ${reopened.encodedOfChanged} encodes.`
}
