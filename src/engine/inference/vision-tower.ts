import type { InferenceSession } from 'onnxruntime-web/wasm'
import type { UnitVector } from '../../core/brands'
import { done, type Outcome } from '../../core/outcome'
import type { Recipe } from '../../core/recipe'
import { PICTURE_BATCH_SIZE } from '../../protocol/inference-api'
import { visionPorts } from '../ort/graph-ports'
import type { Ort } from '../ort/load-ort'
import type { RunLock } from '../ort/run-lock'
import { splitEmbeddings } from './split-embeddings'

/** Embeds prepared pictures. */
export interface VisionTower {
  /**
   * @param tensors normalised planes, `3 x height x width` each, at most `PICTURE_BATCH_SIZE` of them.
   * @returns one unit vector per tensor, in order.
   */
  embed(tensors: readonly Float32Array<ArrayBuffer>[]): Promise<Outcome<readonly UnitVector[]>>
}

/** Creates the tower over an open session. `padded` keeps one shape, since each new one is compiled anew on WebGPU. */
export const createVisionTower = (
  ort: Ort,
  session: InferenceSession,
  { fit: { width, height } }: Recipe,
  options: { readonly padded: boolean; readonly lock: RunLock },
): Outcome<VisionTower> => {
  const length = 3 * width * height
  const ports = visionPorts(session)
  if (ports.kind !== 'done') return ports
  const { input, output } = ports.value
  return done({
    embed: async (tensors) => {
      if (tensors.length === 0) return done([])
      const batch = options.padded ? PICTURE_BATCH_SIZE : tensors.length
      const pixels = new Float32Array(batch * length)
      tensors.forEach((tensor, i) => {
        pixels.set(tensor, i * length)
      })
      const feeds = { [input]: new ort.Tensor('float32', pixels, [batch, 3, height, width]) }
      const results = await options.lock(() => session.run(feeds, [output]))
      return splitEmbeddings(results[output], tensors.length)
    },
  })
}
