import type { Cosine, Logit, Probability } from '../brands'
import { sigmoid, softmax } from './activations'

/** What the model thinks of one tag for one picture. */
export interface TagScore {
  readonly tag: string
  /** Position of the tag in the list that was asked about; the hosted APIs' `class_id`. */
  readonly index: number
  readonly cosine: Cosine
  readonly logit: Logit
  readonly probability: Probability
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
  /** Divides the logits before the activation; 1 is the model as it was trained. */
  readonly temperature: number
}

/**
 * Scores tags for a picture, best first.
 *
 * @param tags in the order of the request; `cosines` holds the picture's similarity to each.
 * @returns one entry per tag. Under softmax probabilities sum to 1 over the tags, whatever they are: it says
 * which tag fits best among these, not that any fits. Under sigmoid each stands for itself.
 */
export const rankTags = (
  tags: readonly string[],
  cosines: readonly Cosine[],
  { logitScale, logitBias, activation, temperature }: Scoring,
): TagScore[] => {
  if (tags.length !== cosines.length) throw new Error(`${tags.length} tags with ${cosines.length} cosines`)
  const logits = cosines.map((value) => (value * logitScale + logitBias) as Logit)
  const probabilities = activation === 'softmax' ? softmax(logits, temperature) : sigmoid(logits, temperature)
  return tags
    .map((tag, index) => ({
      tag,
      index,
      // The three lists are of one length, as checked above.
      cosine: cosines[index] as Cosine,
      logit: logits[index] as Logit,
      probability: probabilities[index] as Probability,
    }))
    .sort((a, b) => b.logit - a.logit || a.index - b.index)
    .map((score, rank) => ({ ...score, rank }))
}
