import type { UnitVector } from '../../../core/brands'
import { cosine } from '../../../core/question/scoring/cosine'
import type { Mark } from '../../../core/tasks/own/marks'

/** How many examples are a reason; more are a list. */
const MOST = 3

/** An example of a tag that a picture is like. */
export interface NearExample {
  /** SHA-256 of its bytes. */
  readonly id: string
  readonly name: string
  /** Whether a file has brought what it looks like. */
  readonly isSeen: boolean
}

/**
 * The examples of a tag that a picture is most like, by the cosine of their vectors: why it may have been answered.
 * @param picture its own SHA-256, which is no reason, and what the model has made of it.
 */
export const nearestExamples = (
  marks: readonly Mark[],
  tagId: string,
  picture: { readonly sha256: string; readonly modelKey: string; readonly embedding: UnitVector },
): readonly NearExample[] =>
  marks
    .flatMap(({ id, name, yes, encoded, small }) =>
      yes.includes(tagId) && id !== picture.sha256 && encoded?.modelKey === picture.modelKey
        ? [{ id, name, isSeen: small !== undefined, near: cosine(picture.embedding, encoded.embedding) }]
        : [],
    )
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST)
    .map(({ id, name, isSeen }) => ({ id, name, isSeen }))
