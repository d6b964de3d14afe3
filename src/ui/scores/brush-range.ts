/** A range of scores in whole percent, 0 to 100. */
export interface PercentRange {
  readonly least: number
  readonly most: number
}

/** What a press has taken hold of: one end, or a new range that begins where it was. */
export type Held = 'least' | 'most' | { readonly from: number }

/** Every score. */
export const WHOLE: PercentRange = { least: 0, most: 100 }

const toPercent = (at: number): number => Math.round(Math.max(0, Math.min(100, at)))

/** The ends stay apart, so that no range is empty. */
export const withLeast = ({ most }: PercentRange, at: number): PercentRange => ({
  least: Math.min(toPercent(at), most - 1),
  most,
})

/** The same for the other end. */
export const withMost = ({ least }: PercentRange, at: number): PercentRange => ({
  least,
  most: Math.max(toPercent(at), least + 1),
})

/**
 * What a press takes hold of.
 *
 * @param at where it is, in percent.
 * @param reach how near to an end takes that end, in percent.
 */
export const takeHold = ({ least, most }: PercentRange, at: number, reach: number): Held => {
  const [toLeast, toMost] = [Math.abs(at - least), Math.abs(at - most)]
  if (Math.min(toLeast, toMost) > reach) return { from: at }
  return toLeast < toMost ? 'least' : 'most'
}

/** The range once what is held has been moved. */
export const moveHeld = (held: Held, range: PercentRange, at: number): PercentRange => {
  if (held === 'least') return withLeast(range, at)
  if (held === 'most') return withMost(range, at)
  const least = Math.min(99, toPercent(Math.min(held.from, at)))
  return withMost({ least, most: 100 }, Math.max(held.from, at))
}
