/**
 * What the self-check of a model on its device has shown: embeddings of canned pictures and prompts, compared
 * with vectors that are known to be right.
 */
export type SelfCheck =
  /** Within the limits; `distance` is the largest cosine distance. */
  | { readonly kind: 'verified'; readonly distance: number; readonly against: Reference }
  /** Usable, yet further away than a sound device should be. */
  | { readonly kind: 'inexact'; readonly distance: number; readonly against: Reference }
  /** The CPU itself, with nothing to compare it with: its numbers are sane, and are what others are held to. */
  | { readonly kind: 'plausible' }

/** Where the vectors come from: shipped with the model, or computed once on this machine's CPU from the same weights. */
export type Reference = 'golden' | 'cpu'

/** A result in a line of a report. English, as reports are. */
export const selfCheckLine = (check: SelfCheck): string =>
  'distance' in check ? `${check.kind}, distance ${check.distance.toPrecision(2)}` : check.kind
