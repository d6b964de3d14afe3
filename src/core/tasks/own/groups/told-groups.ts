/** What the person says of which pictures belong together. */
export interface ToldGroups {
  /** Ids of pictures that are in no group, however alike they look. */
  readonly apart?: readonly string[]
  /** For each example the name of what it was taken together with; empty for none. */
  readonly together?: readonly string[]
}

/**
 * Groups by look, as far as nothing else was said: what was taken together, such as in one hold of the camera, is one
 * group with all that looks like it, and what is of its own is none.
 *
 * @param groups of each example, by look.
 * @param ids of the examples, each once.
 * @returns the group of each, named by the first of its ids in their own order.
 */
export const withTold = (
  groups: readonly string[],
  ids: readonly string[],
  { apart = [], together = [] }: ToldGroups,
): readonly string[] => {
  const alone = new Set(apart)
  const isTold = (name: string | undefined): name is string => name !== undefined && name !== ''
  /** The group that another has become one with. */
  const joined = new Map<string, string>()
  const rootOf = (group: string): string => {
    let root = group
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next
    return root
  }
  const firstOf = new Map<string, string>()
  groups.forEach((group, i) => {
    const name = together[i]
    if (!isTold(name) || alone.has(ids[i] ?? '')) return
    const [root, first] = [rootOf(group), firstOf.get(name)]
    if (first === undefined) firstOf.set(name, group)
    else {
      const other = rootOf(first)
      if (other !== root) joined.set(root < other ? other : root, root < other ? root : other)
    }
  })
  return groups.map((group, i) => {
    const id = ids[i] ?? group
    return alone.has(id) ? id : rootOf(group)
  })
}
