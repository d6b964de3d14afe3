import { expect, it } from 'vitest'
import { holdsModel } from './holds-model'

it.each([
  [['clip/config.json', 'clip/onnx/vision_model.onnx', 'clip/README.md'], true],
  [['config.json', 'vision_model_quantized.onnx'], true],
  [['taglens-model.json', 'weights.bin'], true],
  [['clip.zip'], false],
  [['config.json', 'holiday.jpg'], false],
  [['vision_model.onnx'], false],
  [[], false],
])('%j: %s', (paths, expected) => {
  expect(holdsModel(paths)).toBe(expected)
})
