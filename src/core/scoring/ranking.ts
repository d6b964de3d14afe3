import type { Cosine, Logit, Probability, UnitVector } from '../brands'
import { cosine } from './cosine'
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

/** A tag with the embedding of its prompt. */
export interface EmbeddedTag {
  readonly tag: string
  readonly embedding: UnitVector
}

/** How a model turns a cosine into a logit: `cosine * scale`. */
export interface Scoring {
  /** The model's own logit scale; 100 for OpenAI's CLIP. */
  readonly logitScale: number
  /** Divides the logits before the softmax; 1 is the model as it was trained. */
  readonly temperature: number
}

/**
 * Scores every tag for a picture, best first.
 * @returns one entry per tag. Probabilities sum to 1 over the tags, whatever they are: softmax says which tag
 * fits best among these, not that any fits.
 */
export const rankTags = (
  picture: UnitVector,
  tags: readonly EmbeddedTag[],
  { logitScale, temperature }: Scoring,
): TagScore[] => {
  const cosines = tags.map(({ embedding }) => cosine(picture, embedding))
  const logits = cosines.map((value) => (value * logitScale) as Logit)
  const probabilities = softmax(logits, temperature)
  return tags
    .map(({ tag }, index) => ({
      tag,
      index,
      cosine: cosines[index] ?? (0 as Cosine),
      logit: logits[index] ?? (0 as Logit),
      probability: probabilities[index] ?? (0 as Probability),
    }))
    .sort((a, b) => b.logit - a.logit || a.index - b.index)
    .map((score, rank) => ({ ...score, rank }))
}
