/** Numbers of [0, 1), fast and the same everywhere (mulberry32): every machine is given the same pictures. */
export const createRandom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Edge of the tile that the picture is papered with. */
const TILE = 512

/**
 * Draws a JPEG that costs a decoder about as much as a photograph of its size: a gradient under two sizes of noise. The
 * tile is drawn once, so that the page is held up for milliseconds only.
 */
export const drawTestPicture = async (width: number, height: number): Promise<Blob> => {
  const random = createRandom(1)
  const tile = new OffscreenCanvas(TILE, TILE)
  const canvas = new OffscreenCanvas(width, height)
  const [tileContext, context] = [tile.getContext('2d'), canvas.getContext('2d')]
  if (!tileContext || !context) throw new Error('this browser gives no canvas')
  const pixels = tileContext.createImageData(TILE, TILE)
  for (let i = 0; i < pixels.data.length; i += 4) {
    const grey = 96 + random() * 64
    pixels.data.set([grey + random() * 16, grey + random() * 16, grey + random() * 16, 255], i)
  }
  tileContext.putImageData(pixels, 0, 0)
  const sky = context.createLinearGradient(0, 0, width, height)
  sky.addColorStop(0, '#7fb2e5')
  sky.addColorStop(1, '#5b3a1e')
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'overlay'
  for (const scale of [1, 8]) {
    const pattern = context.createPattern(tile, 'repeat')
    pattern?.setTransform(new DOMMatrix().scale(scale))
    context.fillStyle = pattern ?? '#808080'
    context.fillRect(0, 0, width, height)
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}
