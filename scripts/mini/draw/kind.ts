import type { ColourName } from './colours'
import type { Pen } from './pen'
import type { Rng } from './prng'

/** Singular and plural of one way to say it. */
export type Word = readonly [one: string, many: string]

export const categories = [
  'vehicle',
  'animal',
  'household',
  'building',
  'nature',
  'food',
  'tool',
  'symbol',
  'shape',
] as const
export type Category = (typeof categories)[number]

/** A thing that can be drawn and named. */
export interface Kind {
  /** First the name shown in figures, then synonyms. */
  readonly words: readonly [Word, ...Word[]]
  /** Colours it mostly has; any other colour is drawn now and then. Absent: all alike. */
  readonly usual?: readonly ColourName[]
  readonly draw: (pen: Pen, rng: Rng) => void
}

/** `one` with the regular plural. */
export function word(one: string, many = `${one}s`): Word {
  return [one, many]
}
