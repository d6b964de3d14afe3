import type { CropFrame } from './crop-frame'
import { LONG_RATIO } from './extent'
import type { Fit } from '../recipe'
import { cropFrameOfPlan } from '../resize/crop-frame-of-plan'
import { planResize, roundHalfToEven, type ResizePlan } from '../resize/resize-plan'

/** The next crop begins at most so far on, as a share of a crop: what stands at the edge of one is whole in another. */
const STEP = 2 / 3

/** Each crop takes a run of the model. What is more than so many times as long as one is looked at with gaps. */
export const MOST_CROPS = 6

/** How many times as long as a crop the picture is, along its longer side. */
const ratioOf = ({ resizedWidth, resizedHeight, width, height }: ResizePlan): number =>
  Math.max(resizedWidth / width, resizedHeight / height)

/** Crops for a picture that is so many times as long as one: 2 at 3:2, 3 at 16:9 and 2:1, 4 at 3:1. */
const countOf = (ratio: number): number =>
  ratio < LONG_RATIO ? 1 : Math.min(MOST_CROPS, Math.ceil((ratio - 1) / STEP - 1e-9) + 1)

/** Where so many views of `size` begin along a side, evenly from one end to the other, in whole pixels. */
const offsets = (side: number, size: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => roundHalfToEven(((side - size) * i) / (count - 1)))

/**
 * The crops that show all of a long picture, from left to right or from top to bottom; the plan itself where its picture
 * is not long. Each is of the same resized picture as the middle one, so its pixels are as exact.
 */
export const planCrops = (middle: ResizePlan): readonly ResizePlan[] => {
  const { resizedWidth, resizedHeight, width, height } = middle
  const count = countOf(ratioOf(middle))
  if (count === 1) return [middle]
  return resizedWidth / width > resizedHeight / height
    ? offsets(resizedWidth, width, count).map((cropX) => ({ ...middle, cropX }))
    : offsets(resizedHeight, height, count).map((cropY) => ({ ...middle, cropY }))
}

/** The part of the picture from the first of some crops to the last. */
export const frameOfCrops = (crops: readonly ResizePlan[]): CropFrame => {
  const frames = crops.map(cropFrameOfPlan)
  const [left, top] = [Math.min(...frames.map((one) => one.left)), Math.min(...frames.map((one) => one.top))]
  return {
    left,
    top,
    width: Math.max(...frames.map((one) => one.left + one.width)) - left,
    height: Math.max(...frames.map((one) => one.top + one.height)) - top,
  }
}

/**
 * Where the crops of a picture lie in it.
 * @param size of the upright picture
 */
export const cropFrames = (
  { width, height }: { readonly width: number; readonly height: number },
  fit: Fit,
): readonly CropFrame[] => planCrops(planResize(width, height, fit)).map(cropFrameOfPlan)

/** Whether something between crops is in none of them. */
export const haveGaps = (frames: readonly CropFrame[]): boolean =>
  frames.some(({ left, top }, i) => {
    const before = frames[i - 1]
    return before !== undefined && (left > before.left + before.width || top > before.top + before.height)
  })
