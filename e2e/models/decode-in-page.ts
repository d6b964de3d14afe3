import type { Page } from '@playwright/test'

/** A decoded picture, its alpha straight. */
export interface DecodedPicture {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray
}

/** Decodes a picture in the browser by the shortest way there is, as a witness for the app's own. */
export const decodeInPage = async (page: Page, address: string): Promise<DecodedPicture> => {
  const { width, height, base64 } = await page.evaluate(async (url) => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob(), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    })
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(bitmap, 0, 0)
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
    const reader = new FileReader()
    reader.readAsDataURL(new Blob([pixels]))
    await new Promise((resolve) => {
      reader.onload = resolve
    })
    return {
      width: bitmap.width,
      height: bitmap.height,
      base64: (reader.result as string).split(',')[1] ?? '',
    }
  }, address)
  const rgba = new Uint8ClampedArray(Buffer.from(base64, 'base64'))
  return { width, height, rgba }
}
