import type { CropFrame } from '../crops/crop-frame'
import type { ResizePlan } from './resize-plan'

/** Start and length of the view on one axis as shares of the picture, cut where the view reaches past it. */
const share = (offset: number, size: number, resized: number): readonly [number, number] => {
  const start = Math.max(0, offset)
  const end = Math.min(resized, offset + size)
  return [start / resized, (end - start) / resized]
}

/** The part of the upright picture that a plan keeps. */
export const cropFrameOfPlan = (plan: ResizePlan): CropFrame => {
  const [left, width] = share(plan.cropX, plan.width, plan.resizedWidth)
  const [top, height] = share(plan.cropY, plan.height, plan.resizedHeight)
  return { left, top, width, height }
}
