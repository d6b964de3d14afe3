import type { CropFrame } from '../../../../core/pixels/crops/crop-frame'
import { heatShares, type PlaceGrid } from '../../../../core/question/regions/regions'

/** Of what says nothing for a label, and of what was not looked at. */
const DARK = [8, 10, 16] as const

/**
 * The light on what a label hangs on: dark where it is cold, a pixel a cell. It is smoothed as it is enlarged, and reads on
 * any picture and in any colour.
 * @param strength how dark the coldest cell is, 0 to 1
 */
export const lightPixels = (
  heat: Float64Array,
  { columns, rows }: PlaceGrid,
  strength: number,
): ImageData => {
  const pixels = new ImageData(columns, rows)
  heatShares(heat).forEach((share, i) => {
    pixels.data.set([...DARK, 255 * strength * (1 - share) ** 1.5], i * 4)
  })
  return pixels
}

/** Of the longer edge of a picture that is saved. */
const LONGEST = 2048

const canvasOf = (width: number, height: number) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw on')
  return { canvas, context }
}

const decode = async (picture: Blob): Promise<HTMLImageElement> => {
  const image = new Image()
  const address = URL.createObjectURL(picture)
  image.src = address
  try {
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** What is drawn over a picture. */
export interface Light {
  /** The part of the picture that the grid is over. */
  readonly frame: CropFrame
  readonly grid: PlaceGrid
  readonly heat: Float64Array
  readonly strength: number
}

/** A picture with its light, as a PNG of at most 2,048 pixels a side. Rejects where the browser cannot draw it. */
export const drawWithLight = async (picture: Blob, { frame, grid, heat, strength }: Light): Promise<Blob> => {
  const image = await decode(picture)
  const { naturalWidth, naturalHeight } = image
  const scale = Math.min(1, LONGEST / Math.max(naturalWidth, naturalHeight))
  const [width, height] = [Math.round(naturalWidth * scale), Math.round(naturalHeight * scale)]
  const { canvas, context } = canvasOf(width, height)
  const cells = canvasOf(grid.columns, grid.rows)
  cells.context.putImageData(lightPixels(heat, grid, strength), 0, 0)
  context.drawImage(image, 0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  const seen = [frame.left * width, frame.top * height, frame.width * width, frame.height * height] as const
  context.drawImage(cells.canvas, ...seen)
  // What lies beside what was looked at has no part in it.
  const beside = new Path2D()
  beside.rect(0, 0, width, height)
  beside.rect(...seen)
  context.fillStyle = `rgb(${DARK.join(' ')} / ${strength})`
  context.fill(beside, 'evenodd')
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('the canvas gave no picture'))
    }, 'image/png')
  })
}
