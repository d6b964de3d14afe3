/** Unpacks runs of bytes as Macintoshes packed them; ends where the bytes end, or at `most` bytes. */
export const unpackPackBits = (packed: Uint8Array, most: number): Uint8Array<ArrayBuffer> => {
  // Two bytes come to 128 at most.
  const unpacked = new Uint8Array(Math.min(most, packed.length * 64))
  let length = 0
  for (let at = 0; at < packed.length && length < most;) {
    const head = packed[at++] ?? 0
    if (head > 128) {
      const end = Math.min(most, length + 257 - head)
      unpacked.fill(packed[at++] ?? 0, length, end)
      length = end
    } else if (head < 128) {
      const literal = packed.subarray(at, at + Math.min(head + 1, most - length))
      unpacked.set(literal, length)
      length += literal.length
      at += head + 1
    }
  }
  return unpacked.slice(0, length)
}
