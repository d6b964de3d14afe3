/** What keeps its identity while its fields change. */
export interface Keyed {
  readonly id: string
}

/** Items that stand one behind the other, and where. */
export interface Run<Item extends Keyed> {
  /** The item before them, which the patch leaves where it is; `null` at the beginning of the list. */
  readonly after: string | null
  /** Their place in the whole list, for when the item before them is gone. */
  readonly at: number
  readonly items: readonly Item[]
}

/** Fields to be set; those that are `undefined` go. */
export type Changed<Item> = { readonly [Field in keyof Item]?: Item[Field] | undefined }

/**
 * What turns one list into another: as small as the change, however long the list. It names items by id, so that it
 * can be applied to a list that has changed otherwise meanwhile: there it does what is left to do of it.
 */
export interface ListPatch<Item extends Keyed> {
  /** Ids of what is taken out. An item that moves is taken out and put in. */
  readonly taken: readonly string[]
  readonly put: readonly Run<Item>[]
  /** New values of single fields; `undefined` of one that goes. */
  readonly changed: readonly { readonly id: string; readonly fields: Changed<Item> }[]
}

/** The longest part of `numbers` that rises, by index: what may stay in place when a list gets another order. */
const risingPart = (numbers: readonly number[]): ReadonlySet<number> => {
  /** Of the rising parts of each length, the index that the one with the lowest end ends at. */
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[index] = ends[low - 1] ?? -1
    ends[low] = index
  })
  const part = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) part.add(index)
  return part
}

/** How many items two lists have in common at their beginnings, and of the rest at their ends. */
export interface SameEnds {
  readonly first: number
  readonly last: number
}

/**
 * What two lists begin and end with alike, by ids. Ten thousand pictures get a few hundred more, or lose one: what is made
 * for what lies between costs what has changed.
 */
export const sameEnds = (from: readonly Keyed[], to: readonly Keyed[]): SameEnds => {
  const most = Math.min(from.length, to.length)
  let first = 0
  while (first < most && from[first]?.id === to[first]?.id) first += 1
  let last = 0
  while (last < most - first && from.at(-1 - last)?.id === to.at(-1 - last)?.id) last += 1
  return { first, last }
}

/** The items between those ends. */
export const between = <Item>(items: readonly Item[], { first, last }: SameEnds): readonly Item[] =>
  items.slice(first, items.length - last)

/** The ids of `to` that keep their order when `from` turns into it. */
const stayingIds = (from: readonly Keyed[], to: readonly Keyed[]): ReadonlySet<string> => {
  const places = new Map(from.map(({ id }, place) => [id, place]))
  const common = to.filter(({ id }) => places.has(id))
  const staying = risingPart(common.map(({ id }) => places.get(id) ?? 0))
  return new Set(common.filter((_, index) => staying.has(index)).map(({ id }) => id))
}

const changedFields = <Item extends Keyed>(from: Item, to: Item): Changed<Item> | null => {
  const fields: { -readonly [Field in keyof Item]?: Item[Field] | undefined } = {}
  for (const key in { ...from, ...to }) if (!Object.is(from[key], to[key])) fields[key] = to[key]
  return Object.keys(fields).length === 0 ? null : fields
}

const withFields = <Item extends Keyed>(item: Item, fields: Changed<Item>): Item => {
  const next: Item = { ...item, ...fields }
  for (const key in fields) if (fields[key] === undefined) Reflect.deleteProperty(next, key)
  return next
}

/** The patch that turns `from` into `to`; `null` where they are the same. Ids are unique within a list. */
export const diffLists = <Item extends Keyed>(
  from: readonly Item[],
  to: readonly Item[],
): ListPatch<Item> | null => {
  if (from === to) return null
  const ends = sameEnds(from, to)
  const [fromPart, toPart] = [between(from, ends), between(to, ends)]
  const staying = stayingIds(fromPart, toPart)
  const taken = fromPart.filter(({ id }) => !staying.has(id)).map(({ id }) => id)
  const put: { after: string | null; at: number; items: Item[] }[] = []
  let after = to[ends.first - 1]?.id ?? null
  let run: Item[] | null = null
  toPart.forEach((item, i) => {
    if (staying.has(item.id)) {
      after = item.id
      run = null
    } else if (run) run.push(item)
    else {
      run = [item]
      put.push({ after, at: ends.first + i, items: run })
    }
  })
  const before = new Map(fromPart.map((item) => [item.id, item]))
  /** At the ends each stands where it stood, counted from there. */
  const oldOf = (item: Item, at: number): Item | undefined => {
    if (at < ends.first) return from[at]
    return at < to.length - ends.last ? before.get(item.id) : from[at + from.length - to.length]
  }
  const changed: { readonly id: string; readonly fields: Changed<Item> }[] = []
  to.forEach((item, at) => {
    const old = oldOf(item, at)
    const fields = old && old !== item ? changedFields(old, item) : null
    if (fields) changed.push({ id: item.id, fields })
  })
  return taken.length + put.length + changed.length === 0 ? null : { taken, put, changed }
}

/** The runs as they can be put into this list: what is there already stays, what moves is taken as it is now. */
const puttable = <Item extends Keyed>(
  list: readonly Item[],
  { taken, put }: ListPatch<Item>,
): readonly Run<Item>[] => {
  const wanted = new Set(put.flatMap(({ items }) => items.map(({ id }) => id)))
  const present = new Map(list.flatMap((item) => (wanted.has(item.id) ? [[item.id, item] as const] : [])))
  const moving = new Set(taken)
  return put
    .map((run) => ({
      ...run,
      items: run.items.flatMap((item) => {
        if (!moving.has(item.id)) return present.has(item.id) ? [] : [item]
        const now = present.get(item.id)
        return now ? [now] : []
      }),
    }))
    .filter(({ items }) => items.length > 0)
}

/**
 * Applies a patch. Applied to the list that it was made from, it gives the list that it was made for, in its order.
 * @returns the same list where there is nothing left to do.
 */
export const applyPatch = <Item extends Keyed>(
  list: readonly Item[],
  patch: ListPatch<Item>,
): readonly Item[] => {
  const runs = puttable(list, patch)
  const taken = new Set(patch.taken)
  const rest = taken.size === 0 ? list : list.filter(({ id }) => !taken.has(id))
  const behind = new Map(runs.map(({ after, items }) => [after, items]))
  const placed: Item[] = [...(behind.get(null) ?? [])]
  behind.delete(null)
  for (const item of rest) {
    placed.push(item)
    const next = behind.get(item.id)
    if (next === undefined) continue
    for (const one of next) placed.push(one)
    behind.delete(item.id)
  }
  // What is left stood behind something that is gone.
  for (const { after, at, items } of runs) if (behind.has(after)) placed.splice(at, 0, ...items)

  const fieldsById = new Map(patch.changed.map(({ id, fields }) => [id, fields]))
  const result = placed.map((item) => {
    const fields = fieldsById.get(item.id)
    const next = fields && withFields(item, fields)
    return next && changedFields(item, next) ? next : item
  })
  return result.length === list.length && result.every((item, index) => item === list[index]) ? list : result
}
