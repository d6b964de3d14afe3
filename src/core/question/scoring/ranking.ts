import type { Cosine, Logit, Probability } from '../../brands'
import { sigmoid, softmax } from './activations'

/** What the model thinks of one tag for one picture. */
export interface TagScore {
  readonly tag: string
  /** Position of the tag in the list that was asked about; the hosted APIs' `class_id`. */
  readonly index: number
  readonly cosine: Cosine
  /** `null` where the model's scale is not known. */
  readonly logit: Logit | null
  /** `null` where the model's scale is not known: then only the order is. */
  readonly probability: Probability | null
  /** 0 for the best. Equal scores keep the order of the list. */
  readonly rank: number
}

/**
 * How logits become probabilities: `softmax` shares 1 among the tags (CLIP), `sigmoid` judges each tag alone
 * (SigLIP, which was trained so).
 */
export type Activation = 'softmax' | 'sigmoid'

/** How a model turns a cosine into a logit, `cosine * scale + bias`, and logits into probabilities. */
export interface Scoring {
  /** The model's own logit scale; 100 for OpenAI's CLIP. */
  readonly logitScale: number
  /** The model's own bias; 0 for CLIP. */
  readonly logitBias: number
  readonly activation: Activation
  /**
   * Whether scale and bias are this model's own. Where they are not, they are another model's of its family: near
   * enough for what depends on differences of cosines (the order, what beats the neutral texts), and not for a
   * probability, which a bias that is off by 4 turns from 0.04 into 0.76.
   */
  readonly calibrated: boolean
  /** Divides the logits before the activation; 1 is the model as it was trained. */
  readonly temperature: number
}

/** A cosine on the model's own scale. */
export const toLogit = (cosine: Cosine, { logitScale, logitBias }: Scoring): Logit =>
  (cosine * logitScale + logitBias) as Logit

/** Probabilities of logits, in order. Under softmax they sum to 1, under sigmoid to nothing in particular. */
export const toProbabilities = (
  logits: readonly Logit[],
  { activation, temperature }: Scoring,
): readonly Probability[] =>
  activation === 'softmax' ? softmax(logits, temperature) : logits.map((logit) => sigmoid(logit, temperature))
