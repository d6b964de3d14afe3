import type { ResizePlan } from './pixels/resize-plan'

/** A rectangle of a picture as shares of its width and height, 0 to 1: what the model saw of it. */
export interface CropFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The part of the upright picture that a plan keeps. Padding outside of the picture is no part of it. */
export const frameOfPlan = (plan: ResizePlan): CropFrame => ({
  left: Math.max(0, plan.cropX) / plan.resizedWidth,
  top: Math.max(0, plan.cropY) / plan.resizedHeight,
  width: Math.min(plan.width, plan.resizedWidth) / plan.resizedWidth,
  height: Math.min(plan.height, plan.resizedHeight) / plan.resizedHeight,
})
