import type { FileBytes } from '../../core/model/onnx/thin-graph'

/** A file on this device, of which no more is in memory than is asked for. Reading throws where it was deleted meanwhile. */
export const bytesOfBlob = (blob: Blob): FileBytes => ({
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
})
