/** Bytes that no one can guess and everybody can make again, so that both ends of a test know a file. */
export const generatedBytes = (seed: number, length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length)
  // Xorshift (Marsaglia 2003); a state of 0 would stay there.
  let state = (seed * 2654435761 + 1) | 1
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state & 0xff
  }
  return bytes
}
