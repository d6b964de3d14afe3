import { storedSize, type PixelSource } from './pixel-source'

/** Rows that are looked at: enough of any picture to tell areas from noise, a few milliseconds of the largest. */
const ROWS = 64

/** Rows that lie evenly over a picture, as they are stored. */
export interface SampledRows {
  /** 4 bytes a pixel, one row after the other. */
  readonly pixels: Uint8Array
  /** Of a row, in pixels. */
  readonly width: number
}

/** Reads some rows of a picture at its own size; each is asked for alone, so that no more lies in memory. */
export const sampleRows = async (source: PixelSource): Promise<SampledRows> => {
  const { width, height } = storedSize(source)
  const count = Math.min(ROWS, height)
  const pixels = new Uint8Array(width * count * 4)
  const row = new Uint8Array(width * 4)
  for (let i = 0; i < count; i += 1) {
    const y = Math.floor(((i + 0.5) * height) / count)
    await source.read({ x: 0, y, width, height: 1 }, row, width * 4)
    pixels.set(row, i * width * 4)
  }
  return { pixels, width }
}
