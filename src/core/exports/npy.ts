/** The header's length, its own eight bytes and the two of its size included, is a multiple of this. */
const ALIGNMENT = 64

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0))

const MAGIC = [0x93, ...ascii('NUMPY'), 1, 0]

/**
 * What stands before the numbers of a `.npy` file: version 1.0 of NumPy's format (numpy.lib.format), C order.
 * @param type as NumPy names it: `<f4` for float32, `<U12` for texts of 12 characters.
 */
export const npyHeader = (type: string, shape: readonly number[]): Uint8Array<ArrayBuffer> => {
  const tuple = shape.length === 1 ? `${shape.join()},` : shape.join(', ')
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${tuple}), }`
  const length = Math.ceil((MAGIC.length + 2 + text.length + 1) / ALIGNMENT) * ALIGNMENT
  const bytes = new Uint8Array(length).fill(0x20)
  bytes.set(MAGIC)
  new DataView(bytes.buffer).setUint16(MAGIC.length, length - MAGIC.length - 2, true)
  bytes.set(ascii(text), MAGIC.length + 2)
  bytes[length - 1] = 0x0a
  return bytes
}

/** Texts as one array of NumPy's: UTF-32, each as long as the longest, the rest of it zeros. */
export const npyTexts = (texts: readonly string[]): readonly Uint8Array<ArrayBuffer>[] => {
  const points = texts.map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0))
  const longest = points.reduce((most, { length }) => Math.max(most, length), 1)
  const values = new DataView(new ArrayBuffer(texts.length * longest * 4))
  points.forEach((text, row) => {
    text.forEach((point, column) => {
      values.setUint32((row * longest + column) * 4, point, true)
    })
  })
  return [npyHeader(`<U${longest}`, [texts.length]), new Uint8Array(values.buffer)]
}
