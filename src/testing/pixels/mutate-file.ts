/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
const numbersFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bytes that decoders take for the ends of ranges. */
const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff]

/**
 * A file with some of its bytes changed, a part repeated, or its end gone: the same for the same seed. Beginnings are
 * changed more often, where headers state sizes and places.
 */
export const mutateFile = (bytes: Uint8Array, seed: number): Uint8Array<ArrayBuffer> => {
  const next = numbersFrom(seed)
  const below = (end: number): number => Math.floor(next() * end)
  const changed = Uint8Array.from(bytes)
  // The first four stay: what is no longer of the format is refused by anyone.
  const place = (): number => 4 + below((next() < 0.7 ? Math.min(512, changed.length) : changed.length) - 4)
  const changes = 1 + below(8)
  for (let i = 0; i < changes; i++)
    changed[place()] = next() < 0.5 ? below(256) : (EDGES[below(EDGES.length)] ?? 0)
  const kind = next()
  if (kind < 0.15) return changed.slice(0, 4 + below(changed.length - 4))
  if (kind < 0.25) changed.copyWithin(place(), place(), place() + below(64))
  return changed
}
