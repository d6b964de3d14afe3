import { baseName, compareNames } from '../../incoming/entry-paths'
import type { SeenRows } from './seen-rows'

/** What is known of a row besides its numbers, a bit each. */
export const ROW_FLAGS = { failed: 1, photographic: 2, elsewhere: 4 } as const

/** What has changed in a list since it was told of last, in columns of equal length. */
export interface ListChange {
  readonly added: {
    /** Numbers that the page has given out; none is given twice. */
    readonly rows: Uint32Array<ArrayBuffer>
    /** Names with their paths. */
    readonly names: readonly string[]
    /** When the file was changed last, in milliseconds since 1970; `NaN` where that is not known. */
    readonly dates: Float64Array<ArrayBuffer>
    /** In bytes. */
    readonly sizes: Float64Array<ArrayBuffer>
  }
  readonly removed: readonly number[]
  /** Every row in the order of the list; `null` where it is what it was, with those added behind the others. */
  readonly order: Uint32Array<ArrayBuffer> | null
  readonly flags: { readonly rows: Uint32Array<ArrayBuffer>; readonly values: Uint8Array<ArrayBuffer> }
  /** What decoding has shown of rows. */
  readonly seen: SeenRows
  /** What a model has made of rows, one after another; `null` of none. */
  readonly encoded: {
    readonly modelKey: string
    readonly rows: Uint32Array<ArrayBuffer>
    readonly values: Float32Array<ArrayBuffer>
  } | null
}

/** The rows of a list. Each has a slot in the columns, which another takes over when it has gone. */
export interface ListRows {
  /** @returns slots that are free from now on. */
  change(change: Omit<ListChange, 'encoded' | 'seen'>): readonly number[]
  /** Slots in the order of the list. */
  inOrder(): readonly number[]
  slotOf(row: number): number | undefined
  rowOf(slot: number): number
  /** Whether it has one of these. */
  hasFlag(slot: number, flags: number): boolean
  /** Places among all names, those of files or with their paths, as people order them; alike where names are. */
  rankOf(by: 'name' | 'path'): (slot: number) => number
  nameOf(slot: number): string
  dateOf(slot: number): number
  sizeOf(slot: number): number
}

/** Creates a list without rows. */
export const createListRows = (): ListRows => {
  const slotByRow = new Map<number, number>()
  const rows: number[] = []
  const names: string[] = []
  const dates: number[] = []
  const sizes: number[] = []
  const flags: number[] = []
  const free: number[] = []
  let order: readonly number[] = []
  const ranks = new Map<'name' | 'path', Float64Array>()

  const slotsOf = (some: Iterable<number>): number[] =>
    Array.from(some, (row) => slotByRow.get(row)).filter((slot) => slot !== undefined)

  const rank = (by: 'name' | 'path'): Float64Array => {
    const nameAt = (slot: number) => (by === 'name' ? baseName(names[slot] ?? '') : (names[slot] ?? ''))
    const named = order.map((slot) => ({ slot, name: nameAt(slot) }))
    named.sort((a, b) => compareNames(a.name, b.name))
    const places = new Float64Array(names.length)
    named.forEach(({ slot, name }, i) => {
      const before = named[i - 1]
      places[slot] = before && compareNames(before.name, name) === 0 ? (places[before.slot] ?? i) : i
    })
    return places
  }

  return {
    change: ({ added, removed, order: all, flags: changed }) => {
      const freed = slotsOf(removed)
      for (const row of removed) slotByRow.delete(row)
      free.push(...freed)
      if (freed.length > 0) {
        const gone = new Set(freed)
        order = order.filter((slot) => !gone.has(slot))
      }
      const come: number[] = []
      added.rows.forEach((row, i) => {
        const slot = free.pop() ?? rows.length
        slotByRow.set(row, slot)
        rows[slot] = row
        names[slot] = added.names[i] ?? ''
        dates[slot] = added.dates[i] ?? NaN
        sizes[slot] = added.sizes[i] ?? NaN
        flags[slot] = 0
        come.push(slot)
      })
      if (all) order = slotsOf(all)
      else if (come.length > 0) order = [...order, ...come]
      if (come.length > 0) ranks.clear()
      changed.rows.forEach((row, i) => {
        const slot = slotByRow.get(row)
        if (slot !== undefined) flags[slot] = changed.values[i] ?? 0
      })
      return freed
    },
    inOrder: () => order,
    slotOf: (row) => slotByRow.get(row),
    rowOf: (slot) => rows[slot] ?? 0,
    hasFlag: (slot, wanted) => ((flags[slot] ?? 0) & wanted) !== 0,
    rankOf: (by) => {
      const places = ranks.get(by) ?? rank(by)
      ranks.set(by, places)
      return (slot) => places[slot] ?? NaN
    },
    nameOf: (slot) => names[slot] ?? '',
    dateOf: (slot) => dates[slot] ?? NaN,
    sizeOf: (slot) => sizes[slot] ?? NaN,
  }
}
