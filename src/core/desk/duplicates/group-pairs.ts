import type { Pairs } from './pairs'

/**
 * Puts pictures into groups, each round its best: the first in `order` without a group takes all that are a pair
 * with it and have none. So a group is what its best looks like, and never a chain whose ends are nothing alike.
 *
 * @param isApart whether two may not be in one group.
 * @param near pairs that are farther apart do not count.
 * @returns groups of two and more, the best first, then in `order`.
 */
export const groupPairs = (
  order: readonly number[],
  { first, second, apart }: Pairs,
  isApart: (a: number, b: number) => boolean,
  near = Infinity,
): readonly (readonly number[])[] => {
  const partners = new Map<number, number[]>()
  const link = (a: number, b: number) => {
    const known = partners.get(a)
    if (known) known.push(b)
    else partners.set(a, [b])
  }
  first.forEach((a, i) => {
    const b = second[i] ?? a
    if ((apart[i] ?? 0) >= near || isApart(a, b)) return
    link(a, b)
    link(b, a)
  })
  const rank = new Map(order.map((place, i) => [place, i]))
  const rankOf = (place: number) => rank.get(place) ?? Infinity
  const taken = new Set<number>()
  const groups: number[][] = []
  for (const best of order) {
    if (taken.has(best)) continue
    const group = [best]
    for (const other of (partners.get(best) ?? []).sort((a, b) => rankOf(a) - rankOf(b)))
      if (!taken.has(other) && rank.has(other) && !group.some((member) => isApart(member, other)))
        group.push(other)
    if (group.length === 1) continue
    for (const member of group) taken.add(member)
    groups.push(group)
  }
  return groups
}

/** A group of more pictures that are only alike is what a list looks like, and no find. */
const mostAlike = (pictures: number): number => Math.max(8, Math.min(60, pictures / 6))

/** Halvings of the distance, at most: below it vectors differ by rounding. */
const MOST_HALVINGS = 12

/** Groups of what is alike: pairs have to be nearer each other until no group is too large. */
export const groupAlike = (
  order: readonly number[],
  pairs: Pairs,
  isApart: (a: number, b: number) => boolean,
): readonly (readonly number[])[] => {
  const most = mostAlike(order.length)
  let near = pairs.apart.reduce((largest, apart) => Math.max(largest, apart), 0) + Number.EPSILON
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings += 1) {
    const groups = groupPairs(order, pairs, isApart, near)
    if (groups.every((group) => group.length <= most)) return groups
    near /= 2
  }
  return []
}
