import { expect, it } from 'vitest'
import { pixelsToTensor } from './pixels-to-tensor'

const plain = { rescale: 1 / 255, mean: [0, 0, 0], std: [1, 1, 1] } as const

it('interleaved bytes become planes of red, green and blue', () => {
  const rgbx = Uint8Array.of(255, 0, 51, 9, 0, 255, 102, 9)
  expect(pixelsToTensor(rgbx, plain)).toEqual(Float32Array.of(1, 0, 0, 1, 51 / 255, 102 / 255))
})

it('blue comes first where the recipe says so', () => {
  const rgbx = Uint8Array.of(255, 0, 51, 9)
  expect([...pixelsToTensor(rgbx, { ...plain, channels: 'bgr' })]).toEqual([Math.fround(51 / 255), 0, 1])
})

it('each channel is normalised by its own mean and deviation', () => {
  const clip = { rescale: 1 / 255, mean: [0.5, 0.25, 0], std: [0.5, 0.25, 2] } as const
  const tensor = pixelsToTensor(Uint8Array.of(255, 255, 255, 255), clip)
  expect([...tensor]).toEqual([1, 3, 0.5])
})
