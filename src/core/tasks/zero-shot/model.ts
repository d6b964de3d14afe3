import type { UnitVector } from '../../brands'
import type { ModelFacts } from '../../model/model-facts'
import type { Activation } from '../../question/scoring/ranking'
import type { ExecutorFacts } from '../../runtime/executor'
import type { Dtype } from '../../runtime/runtime'

/** Two towers: compares a picture with whatever tags somebody thinks of. */
export interface ZeroShotModel extends ModelFacts {
  readonly task: 'zero-shot'
  /** Precision of the vision tower and of the text tower. */
  readonly dtype: { readonly vision: Dtype; readonly text: Dtype }
  /** What our own kernels came to with prompts; absent where they were not asked for, and while no text tower is open. */
  readonly textExecutor?: ExecutorFacts
  /** Length of its embeddings. */
  readonly dimension: number
  readonly logitScale: number
  /** Added to every logit; 0 for CLIP and MobileCLIP, about -10 for SigLIP. */
  readonly logitBias: number
  /** Whether scale and bias are its own; see `Scoring.calibrated`. */
  readonly calibrated: boolean
  /** How its logits become probabilities. */
  readonly activation: Activation
  /** Longest prompt in tokens, specials included; what is over is cut. */
  readonly maxTokens: number
  /** What it makes of the canned pictures of the self-check, which show nothing: what a picture as a tag has to beat. */
  readonly neutralPictures: readonly UnitVector[]
}
