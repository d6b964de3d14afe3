import type { Page } from '@playwright/test'

/** What the page draws and computes by itself, as opposed to its workers. */
export interface Drawing {
  /** Most elements that came into the document in one go, with all that is in them. */
  readonly mostAtOnce: number
  /** Elements that came, attributes and texts that changed, all together. */
  readonly changes: number
  /** Pictures that were decoded, and files that were read, by the page's own thread. */
  readonly filesRead: number
}

/**
 * Counts what keeps the page's thread busy while `work` runs: how much is drawn, at once and in all, and whether
 * files are read that workers should read. Counts are the same on a slow machine; milliseconds are the bench's.
 */
export const watchDrawing = async (page: Page, work: () => Promise<void>): Promise<Drawing> => {
  const watch = await page.evaluateHandle(() => {
    const counts = { mostAtOnce: 0, changes: 0, filesRead: 0 }
    const observer = new MutationObserver((records) => {
      let added = 0
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.isConnected) added += 1 + node.querySelectorAll('*').length
      counts.mostAtOnce = Math.max(counts.mostAtOnce, added)
      counts.changes += added + records.filter(({ type }) => type !== 'childList').length
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const { createImageBitmap: decode } = window
    const { arrayBuffer: read } = Blob.prototype
    window.createImageBitmap = (...args: [ImageBitmapSource]) => {
      counts.filesRead += 1
      return decode(...args)
    }
    Blob.prototype.arrayBuffer = function () {
      counts.filesRead += 1
      return read.call(this)
    }
    const stop = () => {
      observer.disconnect()
      window.createImageBitmap = decode
      Blob.prototype.arrayBuffer = read
      return counts
    }
    return { stop }
  })
  await work()
  return watch.evaluate(({ stop }) => stop())
}
