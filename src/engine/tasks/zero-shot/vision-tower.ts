import type { InferenceSession } from 'onnxruntime-web/wasm'
import type { UnitVector } from '../../../core/brands'
import { done, type Outcome } from '../../../core/errors/outcome'
import type { Recipe } from '../../../core/pixels/recipe'
import { visionPorts } from '../../ort/graph-ports'
import type { Ort } from '../../ort/load-ort'
import { createPictureRun, type PictureRunOptions } from '../../inference/picture-run'
import { splitEmbeddings } from '../../inference/split-embeddings'

/** Embeds prepared pictures. */
export interface VisionTower {
  /**
   * @param tensors normalised planes, `3 x height x width` each, at most `PICTURE_BATCH_SIZE` of them.
   * @returns one unit vector per tensor, in order.
   */
  embed(tensors: readonly Float32Array<ArrayBuffer>[]): Promise<Outcome<readonly UnitVector[]>>
}

/** Creates the tower over an open session. */
export const createVisionTower = (
  ort: Ort,
  session: InferenceSession,
  recipe: Recipe,
  options: PictureRunOptions,
): Outcome<VisionTower> => {
  const ports = visionPorts(session)
  if (ports.kind !== 'done') return ports
  const run = createPictureRun(ort, session, ports.value, recipe, options)
  return done({
    embed: async (tensors) =>
      tensors.length === 0 ? done([]) : splitEmbeddings(await run(tensors), tensors.length),
  })
}
