import type { InferenceSession } from 'onnxruntime-web/wasm'
import { toClassLogits, type ClassLogits } from '../../../core/tasks/fixed-labels/class-logits'
import { done, type Outcome } from '../../../core/errors/outcome'
import type { Recipe } from '../../../core/pixels/recipe'
import { classifierPorts } from '../../ort/graph-ports'
import type { Ort } from '../../ort/load-ort'
import { createPictureRun, type PictureRunOptions } from '../../inference/picture-run'
import { splitRows } from '../../inference/split-embeddings'

/** Judges prepared pictures by fixed labels. */
export interface Classifier {
  /**
   * @param tensors normalised planes, `3 x height x width` each, at most `PICTURE_BATCH_SIZE` of them.
   * @returns a logit for each label per tensor, in order.
   */
  classify(tensors: readonly Float32Array<ArrayBuffer>[]): Promise<Outcome<readonly ClassLogits[]>>
}

/** Creates the classifier over an open session. */
export const createClassifier = (
  ort: Ort,
  session: InferenceSession,
  recipe: Recipe,
  options: PictureRunOptions,
): Outcome<Classifier> => {
  const ports = classifierPorts(session)
  if (ports.kind !== 'done') return ports
  const run = createPictureRun(ort, session, ports.value, recipe, options)
  return done({
    classify: async (tensors) =>
      tensors.length === 0 ? done([]) : splitRows(await run(tensors), tensors.length, toClassLogits),
  })
}
