import type { Fit } from '../recipe'

/**
 * Where the model's view lies in the picture, in whole pixels. The picture is thought of as resized to
 * `resizedWidth x resizedHeight`; the view is the `width x height` rectangle at (`cropX`, `cropY`) of that.
 *
 * An offset is negative where the resized picture is smaller than the view: what lies outside is black
 * (value 0 before rescaling), as torchvision's `center_crop` pads.
 */
export interface ResizePlan {
  readonly resizedWidth: number
  readonly resizedHeight: number
  readonly cropX: number
  readonly cropY: number
  readonly width: number
  readonly height: number
}

/**
 * Python's `round`: a half goes to the even neighbour. torchvision places its crop so; flooring instead moves
 * every second odd margin by a whole pixel.
 */
export const roundHalfToEven = (value: number): number => {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/** torchvision pads `floor(missing / 2)` before the picture and the rest after it. */
const cropOffset = (side: number, size: number): number =>
  side < size ? -Math.floor((size - side) / 2) : roundHalfToEven((side - size) / 2)

const resizedSize = (width: number, height: number, fit: Fit): { width: number; height: number } => {
  if (fit.kind === 'squash') return fit.resized ?? fit
  const long = Math.trunc((fit.resizeTo * Math.max(width, height)) / Math.min(width, height))
  return width <= height ? { width: fit.resizeTo, height: long } : { width: long, height: fit.resizeTo }
}

/**
 * torchvision's geometry of `Resize` and `CenterCrop`: the shorter edge becomes `resizeTo`, the longer one
 * `int(resizeTo * long / short)`, cut off and not rounded.
 *
 * @param width of the decoded picture, orientation applied; at least 1, as `height`
 */
export const planResize = (width: number, height: number, fit: Fit): ResizePlan => {
  const { width: resizedWidth, height: resizedHeight } = resizedSize(width, height, fit)
  return {
    resizedWidth,
    resizedHeight,
    cropX: cropOffset(resizedWidth, fit.width),
    cropY: cropOffset(resizedHeight, fit.height),
    width: fit.width,
    height: fit.height,
  }
}
