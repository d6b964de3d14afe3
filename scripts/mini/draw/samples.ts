import { kindIndex } from './catalogue'
import type { ColourName } from './colours'
import type { Style } from './pen'
import { createRng, splits } from './prng'
import { composeScene } from './scene'

/** A drawing of the first visit. */
export interface Sample {
  /** File name without its ending. */
  readonly file: string
  readonly kind: string
  readonly colour: ColourName
  readonly style: Style
  /** Chosen by eye among the seeds of the samples split. */
  readonly seed: number
}

export const samples: readonly Sample[] = [
  { file: 'red-car', kind: 'car', colour: 'red', style: 'flat', seed: 17 },
  { file: 'document', kind: 'document', colour: 'white', style: 'outlined', seed: 19 },
  { file: 'motorcycle', kind: 'motorcycle', colour: 'blue', style: 'outlined', seed: 20 },
]

/** The SVG of a sample. */
export function drawSample({ kind, colour, style, seed }: Sample): string {
  return composeScene({ kind: kindIndex(kind), colour, count: 1, style }, createRng(seed, splits.samples)).svg
}
