/** Writes protobuf messages (https://protobuf.dev/programming-guides/encoding/). */

/** A piece of a message. */
export type Part = Uint8Array

export const concatenate = (parts: readonly Part[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/** Seven bits a byte, lowest first; only numbers from 0 on occur here. */
const varint = (value: number): Part => {
  const bytes: number[] = []
  let rest = value
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  return Uint8Array.from([...bytes, rest])
}

/** A whole number from 0 on. */
export const integerField = (field: number, value: number): Part =>
  concatenate([varint(field << 3), varint(value)])

export const bytesField = (field: number, content: Part): Part =>
  concatenate([varint((field << 3) | 2), varint(content.length), content])

/** A text of ASCII, or one that was read, a letter for each byte. */
export const textField = (field: number, text: string): Part =>
  bytesField(
    field,
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  )

/** A message within another, of parts that are fields already. */
export const message = (field: number, ...parts: readonly Part[]): Part =>
  bytesField(field, concatenate(parts))
