import type { BestBy, ComparedPicture } from './duplicates'

/** What pictures are compared by to find the best of a group; of equal ones the first of the list. */
type Measured = Pick<ComparedPicture, 'width' | 'height' | 'bytes' | 'date'>

/** The oldest is the likeliest original; one without a date comes last. */
const ageOf = (date: number): number => (Number.isNaN(date) ? -Infinity : -date)

/** The larger, the better, in this order. */
const MEASURES: readonly (readonly [Exclude<BestBy, 'first'>, (picture: Measured) => number])[] = [
  ['pixels', ({ width, height }) => width * height],
  // Of as many pixels the larger file has lost less.
  ['bytes', ({ bytes }) => bytes],
  ['date', ({ date }) => ageOf(date)],
]

/** Less than 0 where `a` is better. */
export const compareBest = (a: Measured, b: Measured): number => {
  for (const [, of] of MEASURES) {
    const [first, second] = [of(a), of(b)]
    if (first !== second) return second - first
  }
  return 0
}

/** By what the first of pictures, the best of them, is better than the second. */
export const bestBy = ([best, next]: readonly Measured[]): BestBy =>
  (best && next && MEASURES.find(([, of]) => of(best) !== of(next))?.[0]) ?? 'first'
