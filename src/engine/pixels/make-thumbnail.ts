/** Longest edge of a thumbnail: a grid card on a screen of two device pixels to one. */
const EDGE = 320

/** JPEG: an eighth of PNG's size, and encoded several times as fast as WebP. */
const ENCODING = { type: 'image/jpeg', quality: 0.85 } as const

/**
 * A small rendition for grids, so that ten thousand pictures are never decoded to be looked at. Canvas quality
 * is good enough for eyes; models get exact pixels.
 */
export const makeThumbnail = async (bitmap: ImageBitmap): Promise<Blob> => {
  const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new RangeError('No canvas to draw a thumbnail on')
  // JPEG has no alpha; the model sees transparent pictures over white too.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'medium'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob(ENCODING)
}
