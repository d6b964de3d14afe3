import { compareNames } from '../../core/incoming/entry-paths'
import { encodingValues, type EncodedByModel } from '../../core/model/picture-encoding'
import { toUnitVector } from '../../core/question/scoring/cosine'
import type { AppState, Picture } from '../app-state'

/** What the order of a list hangs on. */
export interface Ordering {
  readonly sort: AppState['sort']
  /** The picture that the others are compared with, for `similar`. */
  readonly similarTo: Picture | undefined
  /** How sure the answer to a picture is; below every probability where there is none. */
  readonly surenessOf: (picture: Picture) => number
}

const encodedOf = ({ phase }: Picture): EncodedByModel | null =>
  phase.kind === 'ready' ? phase.encoded : null

/** How alike `picture` is to others by what one model made of them, -1 to 1; below that where it made nothing. */
const likenessTo = (picture: Picture | undefined): ((other: Picture) => number) => {
  const encoded = picture ? encodedOf(picture) : null
  // Of a classifier the numbers are logits, whose direction is what two pictures have in common.
  const direction = encoded && toUnitVector(encodingValues(encoded))
  if (!encoded || !direction) return () => 0
  return (other) => {
    const theirs = encodedOf(other)
    if (theirs?.modelKey !== encoded.modelKey) return -2
    const values = encodingValues(theirs)
    let [product, squares] = [0, 0]
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? 0
      product += value * (direction[i] ?? 0)
      squares += value * value
    }
    return squares > 0 ? product / Math.sqrt(squares) : -2
  }
}

/** The same pictures, the largest number first; each is asked once. */
const largestFirst = (pictures: readonly Picture[], numberOf: (picture: Picture) => number): Picture[] => {
  const numbers = new Map(pictures.map((picture) => [picture, numberOf(picture)]))
  return [...pictures].sort((a, b) => (numbers.get(b) ?? 0) - (numbers.get(a) ?? 0))
}

/** Pictures in the order that the person has chosen; among equals in that of arrival. */
export const orderPictures = (
  pictures: readonly Picture[],
  { sort, similarTo, surenessOf }: Ordering,
): readonly Picture[] => {
  switch (sort) {
    case 'added':
      return pictures
    case 'name':
      return [...pictures].sort((a, b) => compareNames(a.name, b.name))
    case 'score':
      return largestFirst(pictures, surenessOf)
    case 'unsure':
      // What has no answer is not unsure: it comes last here too.
      return largestFirst(pictures, (picture) => {
        const sureness = surenessOf(picture)
        return sureness < 0 ? -2 : -sureness
      })
    case 'similar':
      return largestFirst(pictures, likenessTo(similarTo))
  }
}
