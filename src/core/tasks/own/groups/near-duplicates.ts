import type { ExampleSpace } from '../linear/space'
import { examplesOf, classCount, YES, type TrainingSet } from '../training-set'

/** Two pictures whose vectors lie closer than this (1 less their cosine) show the same, such as frames of one burst. */
const NEAR = 0.03

/**
 * A class of so many has other pictures than one burst's, and the more it has, the smaller is a burst's share: where more
 * than that hangs together, it is what the class looks like.
 */
const MOST_OF_A_CLASS: readonly (readonly [members: number, share: number])[] = [
  [20, 1 / 6],
  [5, 1 / 2],
]

/** Halvings of the distance, at most: below it vectors differ by rounding. */
const MOST_HALVINGS = 12

/** Members that are linked by pairs closer than `near`, each chain by itself. */
const linked = (
  members: readonly number[],
  isNear: (i: number, j: number) => boolean,
): readonly (readonly number[])[] => {
  const left = new Set(members)
  const chains: number[][] = []
  for (const first of members) {
    if (!left.delete(first)) continue
    const chain = [first]
    for (const at of chain)
      for (const other of left)
        if (isNear(at, other)) {
          left.delete(other)
          chain.push(other)
        }
    chains.push(chain)
  }
  return chains
}

/**
 * Puts near-duplicates into one group: all that are linked by pairs of cosine above 0.97. Held out apart from each
 * other they would make any head look good. To some models all pictures of a class look so much alike: where more
 * than half of a class, or a sixth of a large one, would be one group, its members have to be closer, until they are not.
 *
 * @param set `groups` are ids of the examples, each once. Beside so many that they are not compared, each is its own.
 * @returns the group of each, named by the first of its ids in their own order.
 */
export const groupNearDuplicates = (
  set: TrainingSet,
  { distance }: Pick<ExampleSpace, 'distance'>,
): readonly string[] => {
  if (distance === null) return set.groups
  const classes = Array.from({ length: classCount(set) }, (_, c) => new Set(examplesOf(set, c, YES)))
  const isMostOfAClass = (chain: readonly number[]): boolean =>
    classes.some((own) => {
      const share = MOST_OF_A_CLASS.find(([members]) => own.size >= members)?.[1] ?? 1
      return chain.filter((i) => own.has(i)).length > own.size * share
    })
  const groupOf = [...set.groups]
  const name = (chain: readonly number[]): void => {
    const first = chain.map((i) => set.groups[i] ?? '').reduce((a, b) => (a < b ? a : b))
    for (const i of chain) groupOf[i] = first
  }
  const group = (members: readonly number[], near: number, halvings: number): void => {
    for (const chain of linked(members, (i, j) => distance(i, j) < near))
      if (halvings < MOST_HALVINGS && isMostOfAClass(chain)) group(chain, near / 2, halvings + 1)
      else name(chain)
  }
  group([...groupOf.keys()], NEAR, 0)
  return groupOf
}
