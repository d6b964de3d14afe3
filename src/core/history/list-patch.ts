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
  const staying = stayingIds(from, to)
  const taken = from.filter(({ id }) => !staying.has(id)).map(({ id }) => id)
  const put: { after: string | null; at: number; items: Item[] }[] = []
  let after: string | null = null
  let run: Item[] | null = null
  to.forEach((item, at) => {
    if (staying.has(item.id)) {
      after = item.id
      run = null
    } else if (run) run.push(item)
    else {
      run = [item]
      put.push({ after, at, items: run })
    }
  })
  const before = new Map(from.map((item) => [item.id, item]))
  const changed = to.flatMap((item) => {
    const old = before.get(item.id)
    const fields = old && old !== item ? changedFields(old, item) : null
    return fields ? [{ id: item.id, fields }] : []
  })
  return taken.length + put.length + changed.length === 0 ? null : { taken, put, changed }
}

/** The runs as they can be put into this list: what is there already stays, what moves is taken as it is now. */
const puttable = <Item extends Keyed>(
  list: readonly Item[],
  { taken, put }: ListPatch<Item>,
): readonly Run<Item>[] => {
  const present = new Map(list.map((item) => [item.id, item]))
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
  const rest = list.filter(({ id }) => !taken.has(id))
  const restIds = new Set(rest.map(({ id }) => id))
  const behind = new Map(runs.map(({ after, items }) => [after, items]))
  const placed: Item[] = [...(behind.get(null) ?? [])]
  for (const item of rest) {
    placed.push(item)
    for (const next of behind.get(item.id) ?? []) placed.push(next)
  }
  for (const { after, at, items } of runs)
    if (after !== null && !restIds.has(after)) placed.splice(at, 0, ...items)

  const fieldsById = new Map(patch.changed.map(({ id, fields }) => [id, fields]))
  const result = placed.map((item) => {
    const fields = fieldsById.get(item.id)
    const next = fields && withFields(item, fields)
    return next && changedFields(item, next) ? next : item
  })
  return result.length === list.length && result.every((item, index) => item === list[index]) ? list : result
}
