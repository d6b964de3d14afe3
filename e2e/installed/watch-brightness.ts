import type { Page } from '@playwright/test'

const FRAME = 200

/** How bright a screenshot is on the whole, 0 to 255, measured by a browser. */
const brightnessOf = (decoder: Page, png: string): Promise<number> =>
  decoder.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(1, 1).getContext('2d')!
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, 1, 1)
    return Math.max(...context.getImageData(0, 0, 1, 1).data.subarray(0, 3))
  }, png)

/** A quarter of the page's size tells how bright it is. */
const CLIP = { x: 0, y: 0, width: 1280, height: 800, scale: 0.25 }

/** Takes a screenshot every 200 ms, over navigations too and as fast as the browser can, until `work` is done. */
export const brightnessDuring = async (
  page: Page,
  decoder: Page,
  work: () => Promise<unknown>,
): Promise<readonly number[]> => {
  const devtools = await page.context().newCDPSession(page)
  const taken: string[] = []
  let taking = false
  const take = async () => {
    if (taking) return
    taking = true
    // Between two processes there may be no frame at all.
    const frame = await devtools.send('Page.captureScreenshot', { clip: CLIP }).catch(() => null)
    if (frame) taken.push(frame.data)
    taking = false
  }
  const timer = setInterval(() => void take(), FRAME)
  await work().finally(() => {
    clearInterval(timer)
  })
  const brightness: number[] = []
  for (const png of taken) brightness.push(await brightnessOf(decoder, png))
  return brightness
}
