import { expect, it } from 'vitest'
import { cropFrameOfPlan } from './crop-frame-of-plan'
import { planResize } from './resize-plan'

it('the frame of a wide picture is its middle square', () => {
  const frame = cropFrameOfPlan(
    planResize(400, 200, { kind: 'crop', resizeTo: 100, width: 100, height: 100 }),
  )
  expect(frame).toEqual({ left: 0.25, top: 0, width: 0.5, height: 1 })
})

it('a squashed picture is seen whole', () => {
  const frame = cropFrameOfPlan(planResize(640, 404, { kind: 'squash', width: 384, height: 384 }))
  expect(frame).toEqual({ left: 0, top: 0, width: 1, height: 1 })
})

it('a frame ends where the picture ends, though the view is padded', () => {
  const frame = cropFrameOfPlan(planResize(300, 200, { kind: 'crop', resizeTo: 64, width: 101, height: 67 }))
  expect(frame).toEqual({ left: 0, top: 0, width: 1, height: 1 })
})
