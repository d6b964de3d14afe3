import { type OnnxStructure, readOnnx } from '../../core/model/onnx/onnx-graph'
import type { NotOurs } from '../../core/model/tower/match-blocks'
import type { GraphContent } from '../ort/external-data'
import { type OpenTextTower, openTextTower, type WantedText } from './open-text-tower'
import { type OpenVisionTower, openVisionTower, type WantedTower } from './open-vision-tower'
import { openTransformerKernel, type TransformerKernel } from './transformer-kernel'
import kernelBytes from './transformer-kernel.as.ts?wasm-bytes'

/** Opens a file's tower on the kernels that come with this part: an instance of their own, with its memory, for each. */
const openOwn =
  <Wanted, Open>(open: (kernel: TransformerKernel, graph: OnnxStructure, wanted: Wanted) => Open | NotOurs) =>
  ({ bytes, data }: GraphContent, wanted: Wanted): Open | NotOurs => {
    const kernel = openTransformerKernel(kernelBytes)
    if (!kernel) return { refused: 'no relaxed SIMD' }
    return data.length > 0 ? { refused: 'weights' } : open(kernel, readOnnx(bytes), wanted)
  }

/** Opens a file's vision tower. */
export const openOwnVisionTower = openOwn<WantedTower, OpenVisionTower>(openVisionTower)

/** Opens a file's text tower. */
export const openOwnTextTower = openOwn<WantedText, OpenTextTower>(openTextTower)
