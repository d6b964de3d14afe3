import type { Keyed, ListPatch } from './list-patch'

/** The patch without what it does to some items; `null` where that was all. */
export const withoutItems = <Item extends Keyed>(
  { taken, put, changed }: ListPatch<Item>,
  isGone: (id: string) => boolean,
): ListPatch<Item> | null => {
  const left: ListPatch<Item> = {
    taken: taken.filter((id) => !isGone(id)),
    put: put
      .map((run) => ({ ...run, items: run.items.filter(({ id }) => !isGone(id)) }))
      .filter(({ items }) => items.length > 0),
    changed: changed.filter(({ id }) => !isGone(id)),
  }
  return left.taken.length + left.put.length + left.changed.length === 0 ? null : left
}
