import { DIMENSION, wordVector } from './color-model-graphs'
import type { Rgb } from './colours'

/** What every token adds in the direction that no picture has. The offset takes it away for a full prompt only. */
const COUNT = 0.2

/** What a token that must occur exactly once adds besides: a strong red, which the offset takes away once. */
const ONCE = [2, -2, -2, 0, 0] as const

/** What a token stands for in a text tower that sees its padding. */
export type PaddedToken =
  /** A colour, or a word without one. */
  | { readonly kind: 'word'; readonly rgb: Rgb | null }
  /** Fills a prompt up. */
  | { readonly kind: 'padding' }
  /** Ends a prompt, once. */
  | { readonly kind: 'end' }
  /** Never belongs in a prompt: as padding it would turn every prompt red. */
  | { readonly kind: 'decoy' }

const meaningOf = (token: PaddedToken): readonly number[] => {
  switch (token.kind) {
    case 'word':
      return wordVector(token.rgb)
    case 'padding':
      return new Array<number>(DIMENSION).fill(0)
    case 'end':
    case 'decoy':
      return ONCE
  }
}

/**
 * Vectors and offset of a text tower whose answer is right only for a prompt that is filled up to `length` with
 * the right token: too short a prompt points away from every picture, another filling turns it red.
 */
export const paddedWords = (tokens: readonly PaddedToken[], length: number) => ({
  vectors: tokens.map((token) =>
    meaningOf(token).map((value, i) => (i === DIMENSION - 1 ? value + COUNT : value)),
  ),
  offset: ONCE.map((value, i) => (i === DIMENSION - 1 ? -value - COUNT * length : -value)),
})
