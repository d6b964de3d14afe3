import { exampleCount, examplesOf, labelOf, YES, type TrainingSet } from './training-set'

/** A number of 32 bits of a text, the same everywhere (FNV-1a). */
const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

/**
 * Pictures that are not copies of each other, and into how many folds they are dealt: a head that is judged has learned
 * from less than the one that answers, which tells where there are few. With many, time does.
 */
const FOLDS: readonly (readonly [most: number, folds: number])[] = [
  [150, 10],
  [200, 5],
  [Infinity, 3],
]

const foldCount = (groups: number): number => FOLDS.find(([most]) => groups <= most)?.[1] ?? 3

/** What an example is dealt with: its label, or with several the rarest of those that are true of it. */
const stratumOf = (set: TrainingSet, example: number, yesCounts: readonly number[]): number => {
  if (set.mode === 'single') return labelOf(set, example)
  const count = yesCounts.length
  let rarest = -1
  for (let c = 0; c < count; c += 1)
    if (
      set.labels[example * count + c] === YES &&
      (rarest === -1 || (yesCounts[c] as number) < (yesCounts[rarest] as number))
    )
      rarest = c
  return rarest
}

/** How many folds there are, some perhaps empty, and the fold of each example. */
export interface Dealt {
  readonly count: number
  readonly foldOf: readonly number[]
}

/**
 * Deals examples to folds, by whole groups: those of a group share one, and each class is spread over all of them. A
 * group's own hash says where it goes as long as there is room, so that one more example moves few of the others.
 */
export const dealFolds = (set: TrainingSet): Dealt => {
  const n = exampleCount(set)
  const count = foldCount(new Set(set.groups).size)
  const yesCounts = Array.from(
    { length: set.words.length / set.width },
    (_, c) => examplesOf(set, c, YES).length,
  )
  const members = new Map<string, number[]>()
  set.groups.forEach((group, i) => members.set(group, [...(members.get(group) ?? []), i]))
  const groupsByStratum = new Map<number, string[]>()
  for (const [group, [first = 0]] of members) {
    const stratum = stratumOf(set, first, yesCounts)
    groupsByStratum.set(stratum, [...(groupsByStratum.get(stratum) ?? []), group])
  }
  const foldOf = new Array<number>(n).fill(0)
  for (const [stratum, groups] of [...groupsByStratum].sort(([a], [b]) => a - b)) {
    const size = (group: string) => members.get(group)?.length ?? 0
    const total = groups.reduce((sum, group) => sum + size(group), 0)
    const dealt = new Array<number>(count).fill(0)
    // The large ones first: a small one fits anywhere.
    const inOrder = groups
      .map((group) => ({ group, hash: hashText(group) }))
      .sort((a, b) => size(b.group) - size(a.group) || a.hash - b.hash || (a.group < b.group ? -1 : 1))
    for (const { group, hash } of inOrder) {
      const wanted = (hash + stratum) % count
      const room = (fold: number) => total / count - (dealt[fold] as number)
      let fold = wanted
      if (room(wanted) <= 0)
        for (let other = 0; other < count; other += 1) if (room(other) > room(fold)) fold = other
      dealt[fold] = (dealt[fold] as number) + size(group)
      for (const i of members.get(group) ?? []) foldOf[i] = fold
    }
  }
  return { count, foldOf }
}
