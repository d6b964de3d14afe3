import { graphWeights } from '../../core/model/onnx/onnx-weights'

/** Weights that lie beside a graph, and the name that the graph has for their file. */
export interface ExternalData {
  readonly path: string
  readonly data: Uint8Array<ArrayBuffer>
}

/** A graph as its session takes it. */
export interface GraphContent {
  /** What errors call it. */
  readonly path: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Its weights, where they lie in files of their own. */
  readonly data: readonly ExternalData[]
}

/** `model.onnx_data` before `model.onnx_data_2` before `model.onnx_data_10`, as they are published. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare

/**
 * Names of the files that a graph says its weights are in, in the order in which they are published; none where the
 * graph is whole. A graph of 2 GiB and more has to leave them out, and some exporters always do.
 */
export const externalLocations = (graph: Uint8Array): readonly string[] => {
  const locations = new Set<string>()
  for (const { external } of graphWeights(graph)) {
    const location = external?.get('location')
    if (location !== undefined) locations.add(location)
  }
  return [...locations].sort(byNumber)
}
