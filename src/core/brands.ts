declare const brand: unique symbol

/** A number that may not be mixed up with another kind of number: made in one place, checked everywhere. */
type Branded<Name extends string> = number & { readonly [brand]: Name }

/** Dot product of two unit vectors, -1 to 1. Made by {@link file://./scoring/cosine.ts cosine}. */
export type Cosine = Branded<'Cosine'>
/** Cosine times the model's logit scale (plus its bias, where the family has one). Unbounded. */
export type Logit = Branded<'Logit'>
/** A share of 1 among the tags, 0 to 1. */
export type Probability = Branded<'Probability'>
/** A size or a position in a file. */
export type Bytes = Branded<'Bytes'>
/** A duration. */
export type Milliseconds = Branded<'Milliseconds'>

declare const unit: unique symbol
/** An embedding of length 1, so that a dot product is a cosine. Made by `toUnitVector`. */
export type UnitVector = Float32Array & { readonly [unit]: true }
