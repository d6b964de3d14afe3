import type { PictureLabel } from './task'

/** What is said of a picture before any number. */
export type Verdict<Label extends PictureLabel = PictureLabel> =
  /** The model was not made for such a picture: whatever it says means nothing. */
  | { readonly kind: 'cannot-tell' }
  /** No label fits; `nearest` comes nearest. */
  | { readonly kind: 'none'; readonly nearest: Label }
  /** Best first, more than one only where several are wanted. */
  | { readonly kind: 'answer'; readonly labels: readonly Label[] }

/**
 * Puts a picture's labels into one word.
 * @param labels best first.
 * @param isBeyond whether the model was not made for such a picture.
 * @returns `null` while there is no answer.
 */
export const toVerdict = <Label extends PictureLabel>(
  labels: readonly Label[],
  isBeyond: boolean,
): Verdict<Label> | null => {
  const [nearest] = labels
  if (nearest === undefined) return null
  if (isBeyond) return { kind: 'cannot-tell' }
  const accepted = labels.filter((label) => label.accepted)
  if (accepted.length === 0) return { kind: 'none', nearest }
  return { kind: 'answer', labels: accepted.map((label) => ({ ...label, ...label.found })) }
}
