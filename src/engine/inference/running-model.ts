import type { FixedLabelModel, ZeroShotModel } from '../../core/model/loaded-model'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { ProbeAnswer, PromptEmbedding } from '../../protocol/inference-api'
import type { OpenRuntime } from '../ort/open-runtime'
import type { Classifier } from './classifier'
import type { TextTower } from './text-tower'
import type { VisionTower } from './vision-tower'

/** A pair of towers in memory, ready to run. Ends with its worker. */
export interface RunningZeroShot {
  readonly kind: 'zero-shot'
  readonly facts: ZeroShotModel
  readonly probe: ProbeAnswer
  readonly vision: VisionTower
  readonly text: TextTower
  readonly runtime: OpenRuntime
}

/** A classifier in memory, ready to run. Ends with its worker. */
export interface RunningClassifier {
  readonly kind: 'fixed-labels'
  readonly facts: FixedLabelModel
  /** Logits of the canned pictures; as vectors they can be compared just as embeddings can. */
  readonly probe: ProbeAnswer
  readonly classifier: Classifier
  readonly runtime: OpenRuntime
}

/** A model in memory, of either kind. */
export type RunningModel = RunningZeroShot | RunningClassifier

const mapDone = <From, To>(
  outcome: Outcome<readonly From[]>,
  toOther: (value: From) => To,
): Outcome<readonly To[]> => (outcome.kind === 'done' ? done(outcome.value.map(toOther)) : outcome)

/** What the model makes of prepared pictures, in order. */
export const encodePictures = async (
  model: RunningModel,
  tensors: readonly Float32Array<ArrayBuffer>[],
): Promise<Outcome<readonly PictureEncoding[]>> => {
  switch (model.kind) {
    case 'zero-shot':
      return mapDone(await model.vision.embed(tensors), (embedding) => ({ kind: 'embedding', embedding }))
    case 'fixed-labels':
      return mapDone(await model.classifier.classify(tensors), (logits) => ({ kind: 'classes', logits }))
  }
}

/** Embeds prompts, which a classifier cannot. */
export const encodePrompts = async (
  model: RunningModel,
  prompts: readonly string[],
  signal: AbortSignal,
): Promise<Outcome<readonly PromptEmbedding[]>> => {
  switch (model.kind) {
    case 'zero-shot':
      return model.text.embed(prompts, signal)
    case 'fixed-labels':
      return failed({ code: 'MODEL_NOT_LOADED', task: 'zero-shot' })
  }
}
