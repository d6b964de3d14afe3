import type { Recipe } from '../../../pixels/recipe'
import { probePictures } from '../../../runtime/self-check/probe-input'

/** Pictures that are made up, by whose vectors two runs of one model are compared. */
const COUNT = 8

/** From this distance (1 less the cosine) on, what is learned from the one may be less right of the other. */
const WARNS = 0.015

/** From this distance on vectors of the one mean something else to the other. */
const REFUSES = 0.035

/** Eight pictures for a recipe, from one made-up picture to another in steps: the same numbers on every machine. */
export const probesOf = (recipe: Recipe): readonly Float32Array<ArrayBuffer>[] => {
  const [from, to] = probePictures(recipe)
  if (!from || !to) return []
  return Array.from({ length: COUNT }, (_, step) => {
    const share = step / (COUNT - 1)
    return from.map((value, i) => (1 - share) * value + share * (to[i] as number))
  })
}

/** Whether vectors that one run of a model has made can be learned from beside another's. */
export type ProbesAgree = 'same' | 'nearly' | 'not'

/** Compares runs by the vectors of the same pictures, a row each, of length 1. The pair that is furthest apart decides. */
export const compareProbes = (ones: Float32Array, others: Float32Array, width: number): ProbesAgree => {
  if (ones.length !== others.length || ones.length === 0) return 'not'
  let furthest = 0
  for (let from = 0; from < ones.length; from += width) {
    let product = 0
    for (let k = from; k < from + width; k += 1) product += (ones[k] as number) * (others[k] as number)
    furthest = Math.max(furthest, 1 - product)
  }
  if (!(furthest < REFUSES)) return 'not'
  return furthest < WARNS ? 'same' : 'nearly'
}
