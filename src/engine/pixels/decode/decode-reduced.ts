import type { Reduction } from '../../../core/pixels/reduction'

/**
 * Decodes a JPEG at a half, a quarter or an eighth of its sides: the browser computes so much of each block of 8 x 8
 * and no more. In Chromium the bytes are those of Pillow's `Image.draft`, its own way to do the same.
 *
 * @param size of the whole picture as stored
 * @returns the frame, not turned but saying how it is; undefined where this browser has no such decoder, or decodes
 * whole pictures only
 */
export const decodeReduced = async (
  blob: Blob,
  size: { readonly width: number; readonly height: number },
  reduction: Reduction,
): Promise<VideoFrame | 'damaged' | undefined> => {
  if (typeof ImageDecoder === 'undefined') return undefined
  const desiredWidth = Math.ceil(size.width / reduction)
  const desiredHeight = Math.ceil(size.height / reduction)
  const decoder = new ImageDecoder({
    data: await blob.arrayBuffer(),
    type: 'image/jpeg',
    colorSpaceConversion: 'none',
    desiredWidth,
    desiredHeight,
  })
  try {
    const { image } = await decoder.decode()
    if (image.codedWidth * image.codedHeight <= desiredWidth * desiredHeight) return image
    image.close()
    return undefined
  } catch {
    return 'damaged'
  } finally {
    decoder.close()
  }
}
