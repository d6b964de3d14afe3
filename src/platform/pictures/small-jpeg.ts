/** Small enough to be many in a file; at this quality a side of 96 pixels comes to some 3 kB. */
const ENCODING = { type: 'image/jpeg', quality: 0.8 } as const

/**
 * A picture again as a small JPEG, over white.
 * @param side pixels of its longer side, at most.
 * @returns `null` where the browser cannot read it or draw it.
 */
export const smallJpeg = async (picture: Blob, side: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const bitmap = await createImageBitmap(picture).catch(() => null)
  if (!bitmap) return null
  try {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    )
    const context = canvas.getContext('2d')
    if (!context) return null
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const jpeg = await canvas.convertToBlob(ENCODING)
    return new Uint8Array(await jpeg.arrayBuffer())
  } catch {
    return null
  } finally {
    bitmap.close()
  }
}
