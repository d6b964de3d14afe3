/** What one model made of pictures: numbers of equal length in one array that grows, a row for each slot. */
export interface EncodedRows {
  readonly modelKey: string
  /** Numbers in a row. */
  readonly width: number
  /** Slots that there is room for. */
  capacity(): number
  /** All of them, one after another; another array once it has grown. */
  values(): Float32Array
  has(slot: number): boolean
  /** The numbers of a slot, where they lie. */
  at(slot: number): Float32Array
  set(slot: number, values: Float32Array): void
  clear(slot: number): void
}

/** Slots that the first row makes room for. */
const FIRST_ROOM = 256

/** How many slots to make room for, so that `length` find some and copies stay rare: half as many more at a time. */
export const roomFor = (length: number, capacity: number): number =>
  length <= capacity ? capacity : Math.max(length, FIRST_ROOM, Math.ceil(capacity * 1.5))

/** Creates them empty. */
export const createEncodedRows = (modelKey: string, width: number): EncodedRows => {
  let values = new Float32Array(0)
  let here = new Uint8Array(0)

  const makeRoom = (slots: number) => {
    const capacity = roomFor(slots, here.length)
    if (capacity === here.length) return
    const [wider, longer] = [new Float32Array(capacity * width), new Uint8Array(capacity)]
    wider.set(values)
    longer.set(here)
    values = wider
    here = longer
  }

  return {
    modelKey,
    width,
    capacity: () => here.length,
    values: () => values,
    has: (slot) => here[slot] === 1,
    at: (slot) => values.subarray(slot * width, (slot + 1) * width),
    set: (slot, numbers) => {
      makeRoom(slot + 1)
      values.set(numbers, slot * width)
      here[slot] = 1
    },
    clear: (slot) => {
      if (slot < here.length) here[slot] = 0
    },
  }
}
