import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'

/** Longest that a file may keep a person waiting for a result or an error, in milliseconds. */
export const NASTY_LIMIT_MS = 10_000

/** How long the app took for the hostile file that took longest. */
export interface SlowestFile {
  readonly name: string
  /** Milliseconds. */
  readonly time: number
}

/** Gives each file below `folder`, which the hub serves as `/nasty/`, to a page that has a model. */
export const measureNasty = async (page: Page, hub: string, folder: string): Promise<SlowestFile> => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  let slowest: SlowestFile = { name: 'none', time: 0 }
  for (const name of names) {
    const url = `${hub}/nasty/${name.split('/').map(encodeURIComponent).join('/')}`
    const time = await page.evaluate(
      async ([address, fileName]) => {
        const file = new File([await (await fetch(address)).blob()], fileName)
        const startedAt = performance.now()
        await window.taglens.classify([file], { labels: ['red', 'blue'] })
        return performance.now() - startedAt
      },
      [url, name] as const,
    )
    if (time > slowest.time) slowest = { name, time }
  }
  return slowest
}
