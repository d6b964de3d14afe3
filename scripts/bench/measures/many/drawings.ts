import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright'
import { encodePng } from '../../../fixtures/encode-png.ts'

const SIDE = 128

/** A picture of areas that no other has, as a PNG. */
export const drawPng = (seed: number): Buffer =>
  encodePng({ width: SIDE, height: SIDE }, (x, y) => {
    const inside = Math.hypot(x - (seed % SIDE), y - ((seed * 7) % SIDE)) < 30
    return inside ? [seed % 256, (seed >> 4) % 256, 200] : [250, 250, seed % 251]
  })

/** Writes so many of them into a folder. @returns their paths. */
export const writeDrawings = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => {
    const file = path.join(folder, `drawing ${i}.png`)
    writeFileSync(file, drawPng(i))
    return file
  })

/** Drops a folder on the page, as a person does. */
export const dropFolder = async (page: Page, session: CDPSession, folder: string): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const at = { x: width / 2, y: height / 2 }
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
}

/** A session whose {@link threadTime} counts what the page's own thread runs. */
export const watchThread = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Milliseconds that the page's thread has run so far: its own, whatever else the machine does. */
export const threadTime = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

export const idle = (page: Page): Promise<void> => page.evaluate(() => window.taglens.whenIdle())

export const encodes = (page: Page): Promise<number> =>
  page.evaluate(() => window.taglens.stats().pictureEncodes)

/** Asks every so many milliseconds: a predicate of Playwright's that is a promise counts as true at once. */
export const until = async (isSo: () => Promise<boolean>, every = 500): Promise<void> => {
  while (!(await isSo())) await setTimeout(every)
}

/** In the page: pictures that lie on the disk with what is known of them, in all lists. */
const countKept = () =>
  new Promise<number>((resolve) => {
    const opening = indexedDB.open('taglens-desk')
    opening.onsuccess = () => {
      const reading = opening.result.transaction('files').objectStore('files').getAll()
      reading.onsuccess = () => {
        opening.result.close()
        const all = reading.result as { sha256: unknown; bytes: unknown }[]
        resolve(all.filter(({ sha256, bytes }) => sha256 !== null && bytes !== 'awaited').length)
      }
    }
  })

/** Waits until so many pictures are on the disk: what is told of late is there a moment later. */
export const untilKept = async (page: Page, count: number): Promise<void> => {
  while ((await page.evaluate(countKept)) < count) await setTimeout(2000)
}
