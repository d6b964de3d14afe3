import type { Cosine, Logit, Probability } from '../brands'
import { softmax } from './softmax'

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

/** How a model turns a cosine into a logit: `cosine * scale`. */
export interface Scoring {
  /** The model's own logit scale; 100 for OpenAI's CLIP. */
  readonly logitScale: number
  /** Divides the logits before the softmax; 1 is the model as it was trained. */
  readonly temperature: number
}

/**
 * Scores tags for a picture, best first.
 *
 * @param tags in the order of the request; `cosines` holds the picture's similarity to each.
 * @returns one entry per tag. Probabilities sum to 1 over the tags, whatever they are: softmax says which tag
 * fits best among these, not that any fits.
 */
export const rankTags = (
  tags: readonly string[],
  cosines: readonly Cosine[],
  { logitScale, temperature }: Scoring,
): TagScore[] => {
  if (tags.length !== cosines.length) throw new Error(`${tags.length} tags with ${cosines.length} cosines`)
  const logits = cosines.map((value) => (value * logitScale) as Logit)
  const probabilities = softmax(logits, temperature)
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
