declare const classes: unique symbol

/** A classifier's output for one picture, a logit for each of its labels. Made by {@link toClassLogits}. */
export type ClassLogits = Float32Array & { readonly [classes]: true }

/**
 * Checks a classifier's output for one picture.
 * @returns a copy, or `null` where it holds what no sound backend gives: NaN, infinity, or one number all over.
 */
export const toClassLogits = (values: Float32Array): ClassLogits | null => {
  const [first] = values
  if (!values.every(Number.isFinite) || values.every((value) => value === first)) return null
  // The one place where the brand is given.
  return values.slice() as ClassLogits
}
