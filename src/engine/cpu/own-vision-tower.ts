import { readOnnx } from '../../core/model/onnx/onnx-graph'
import type { NotOurs } from '../../core/model/tower/match-vision-tower'
import type { GraphContent } from '../ort/external-data'
import { type OpenVisionTower, openVisionTower, type WantedTower } from './open-vision-tower'
import { openTransformerKernel } from './transformer-kernel'
import kernelBytes from './transformer-kernel.as.ts?wasm-bytes'

/** Opens a file's vision tower on the kernels that come with this part. */
export const openOwnVisionTower = (
  { bytes, data }: GraphContent,
  wanted: WantedTower,
): OpenVisionTower | NotOurs => {
  const kernel = openTransformerKernel(kernelBytes)
  if (!kernel) return { refused: 'no relaxed SIMD' }
  return data.length > 0 ? { refused: 'weights' } : openVisionTower(kernel, readOnnx(bytes), wanted)
}
