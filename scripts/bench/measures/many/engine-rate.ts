import type { BrowserContext } from 'playwright'
import { drawPng, idle } from './drawings.ts'

/** Enough to last seconds. */
const PICTURES = 400

/** Seeds of drawings that nothing has encoded: above those of every list. */
let seed = 20_000

/**
 * Pictures a second that the engine alone encodes: from their files to their results through the page API, which has no list,
 * no grid and no disk. In a page of its own, which is closed again.
 */
export const engineRate = async (context: BrowserContext, app: string): Promise<number> => {
  const page = await context.newPage()
  await page.goto(app)
  await idle(page)
  const pictures = Array.from({ length: PICTURES }, (_, i) => drawPng(seed + i).toString('base64'))
  seed += PICTURES
  const time = await page.evaluate(async (given) => {
    const blobs = given.map(
      (base64) => new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]),
    )
    const [before, startedAt] = [window.taglens.stats().pictureEncodes, performance.now()]
    const records = await window.taglens.classify(blobs, { labels: ['car', 'truck'] })
    const took = performance.now() - startedAt
    const encoded = window.taglens.stats().pictureEncodes - before
    if (encoded !== given.length || records.some((record) => 'error' in record))
      throw new Error(`${encoded} of ${given.length} pictures were encoded`)
    return took
  }, pictures)
  await page.close()
  return (PICTURES / time) * 1000
}
