/** Codes of TIFF's LZW, most significant bit first. */
const CLEAR = 256
const END = 257
const FIRST_FREE = 258
const LEAST_BITS = 9
const MOST_BITS = 12

/**
 * Unpacks a strip or tile of a TIFF's LZW. Ends at its end code, where the bytes end, or at `most` bytes, so that no
 * file comes to more than its picture has room for. Throws an `Error` at a code that stands for nothing.
 */
export const unpackLzw = (packed: Uint8Array, most: number): Uint8Array<ArrayBuffer> => {
  let unpacked = new Uint8Array(Math.min(most, Math.max(256, packed.length * 4)))
  let length = 0
  const makeRoom = (bytes: number) => {
    if (length + bytes <= unpacked.length) return
    const larger = new Uint8Array(Math.min(most, Math.max(length + bytes, unpacked.length * 2)))
    larger.set(unpacked)
    unpacked = larger
  }
  // A code stands for bytes that have been written before: from where, and how many.
  const from = new Uint32Array(1 << MOST_BITS)
  const count = new Uint32Array(1 << MOST_BITS)
  let free = FIRST_FREE
  let bits = LEAST_BITS
  /** Where the bytes of the code before begin, and their number; none after a clear code. */
  let before = 0
  let beforeCount = 0
  let held = 0
  let heldBits = 0
  for (let at = 0; length < most;) {
    while (heldBits < bits && at < packed.length) {
      held = ((held << 8) | (packed[at++] ?? 0)) & 0xffffff
      heldBits += 8
    }
    if (heldBits < bits) break
    heldBits -= bits
    const code = (held >> heldBits) & ((1 << bits) - 1)
    if (code === END) break
    if (code === CLEAR) {
      free = FIRST_FREE
      bits = LEAST_BITS
      beforeCount = 0
      continue
    }
    const isByte = code < CLEAR
    if (!isByte && (beforeCount === 0 || code > free)) throw new Error('an LZW code that stands for nothing')
    // The code that is about to be made: the bytes before, and the first of them again.
    const isNext = code === free
    const start = isNext ? before : (from[code] ?? 0)
    const bytes = isByte ? 1 : isNext ? beforeCount + 1 : (count[code] ?? 0)
    const kept = Math.min(bytes, most - length)
    makeRoom(kept)
    if (isByte) unpacked[length] = code
    // Byte by byte, since what is written may be what is read next.
    else for (let i = 0; i < kept; i += 1) unpacked[length + i] = unpacked[start + i] ?? 0
    if (beforeCount > 0 && free < 1 << MOST_BITS) {
      from[free] = before
      count[free] = beforeCount + 1
      free += 1
      // One early, as all TIFFs have it.
      if (free + 1 >= 1 << bits && bits < MOST_BITS) bits += 1
    }
    before = length
    beforeCount = kept
    length += kept
  }
  return unpacked.slice(0, length)
}
