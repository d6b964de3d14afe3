import type { ExampleSpace } from '../linear/space'
import { examplesOf, classCount, YES, type TrainingSet } from '../training-set'

/** Two pictures whose vectors lie closer than this (1 less their cosine) show the same, such as frames of one burst. */
const NEAR = 0.03

/** Pictures that a class has at the least where it is more than one burst. */
const FEWEST = 5

/** A burst of more pictures is no surprise in a large class alone. */
const USUAL_BURST = 20 / 3

/**
 * How many of a class may be one burst: the half of a small class, the sixth of a large one, and between them a usual burst.
 * Where more hangs together, it is what the class looks like. A sixth of twenty alone would cut every burst of four.
 */
const mostOfAClass = (members: number): number =>
  members < FEWEST ? members : Math.max(Math.min(members / 2, USUAL_BURST), members / 6)

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
 * of a class than that would be one group, its members have to be closer, until they are not.
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
    classes.some((own) => chain.filter((i) => own.has(i)).length > mostOfAClass(own.size))
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
