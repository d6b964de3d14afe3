import { graphWeights } from '../../core/model/onnx/onnx-weights'

/**
 * Bytes of the largest weight of a graph, within the few that its name takes; 0 for what is no ONNX file. A weight
 * goes to a graphics card in one buffer, whose size is limited.
 */
export const largestInitializer = (graph: Uint8Array): number => {
  let largest = 0
  for (const { inline, external } of graphWeights(graph))
    largest = Math.max(largest, inline, Number(external?.get('length') ?? 0) || 0)
  return largest
}
