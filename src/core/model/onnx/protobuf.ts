/**
 * Walks over protobuf messages (https://protobuf.dev/programming-guides/encoding/) without decoding what they hold: a
 * model's file is hundreds of megabytes, of which a few hundred names are wanted.
 */

/** Protobuf's ways to write a value. */
const WIRE = { varint: 0, fixed64: 1, length: 2, fixed32: 5 } as const

/** A field of a message. */
export interface Field {
  readonly number: number
  /** Where the field begins, its number included. */
  readonly at: number
  /** Where its content lies; of a number it is the number's own bytes. */
  readonly start: number
  readonly end: number
  /** Whether its content has a length: a text, bytes or another message. */
  readonly hasLength: boolean
}

/** A number of seven bits a byte, lowest first, and where the next thing begins. */
const readVarint = (bytes: Uint8Array, start: number): readonly [value: number, next: number] => {
  let value = 0
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - start))
    if (byte < 0x80) return [value, at + 1]
  }
  return [value, bytes.length]
}

/** Bytes of a field's number and length, at most. */
export const LONGEST_HEAD = 20

/**
 * The field that begins at an address of a file; `null` where there is none.
 * @param bytes from that address on, as many as its number and length may take
 * @param end of what the field lies in
 */
export const fieldAt = (bytes: Uint8Array, at: number, end: number): Field | null => {
  const [tag, content] = readVarint(bytes, 0)
  const [length, next] = readVarint(bytes, content)
  const wire = tag & 7
  const hasLength = wire === WIRE.length
  const from = at + (hasLength ? next : content)
  const sizes: Readonly<Record<number, number>> = {
    [WIRE.varint]: next - content,
    [WIRE.fixed64]: 8,
    [WIRE.fixed32]: 4,
    [WIRE.length]: length,
  }
  const size = sizes[wire]
  if (size === undefined || from + size > end) return null
  return { number: Math.floor(tag / 8), at, start: from, end: from + size, hasLength }
}

/** The fields of a message. Ends early where the bytes are no message. */
export const fieldsOf = function* (
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
): Generator<Field> {
  for (let at = start; at < end;) {
    const field = fieldAt(bytes.subarray(at, Math.min(at + LONGEST_HEAD, bytes.length)), at, end)
    if (!field) return
    yield field
    at = field.end
  }
}

/** The fields of a whole file. */
export const fieldsOfFile = (bytes: Uint8Array): Generator<Field> =>
  fieldsOf(bytes, { start: 0, end: bytes.length })

/**
 * The text of a field, a letter for each byte: ASCII as it is, and what is not goes back as it came
 * (`write-protobuf.ts`).
 */
export const textOf = (bytes: Uint8Array, { start, end }: Field): string => {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

/** Whole numbers of 64 bits that lie side by side as varints: one in a field of its own, many in a packed one. */
export const integersOf = (bytes: Uint8Array, { start, end }: Field): readonly number[] => {
  const numbers: number[] = []
  for (let at = start; at < end;) {
    let value = 0n
    let shift = 0n
    let byte = 0x80
    while (byte >= 0x80 && at < end) {
      byte = bytes[at] ?? 0
      value |= BigInt(byte & 0x7f) << shift
      shift += 7n
      at += 1
    }
    numbers.push(Number(BigInt.asIntN(64, value)))
  }
  return numbers
}
