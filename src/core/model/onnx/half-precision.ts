const single = new Float32Array(1)
const singleBits = new Uint32Array(single.buffer)

/** The even neighbour where `value` lies in the middle. */
const roundHalfToEven = (value: number): number => {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/** Above it a half is infinite: the middle between its largest number and what would follow. */
const TOO_LARGE = 65520
const SMALLEST_NORMAL = 2 ** -14

const toHalf = (value: number): number => {
  single[0] = value
  const sign = ((singleBits[0] ?? 0) >>> 16) & 0x8000
  const size = Math.abs(value)
  if (Number.isNaN(value)) return sign | 0x7e00
  if (size >= TOO_LARGE) return sign | 0x7c00
  // A half counts in steps of 2^-24 below its normal numbers, in 1024 steps from one power of two to the next above.
  if (size < SMALLEST_NORMAL) return sign | roundHalfToEven(size * 2 ** 24)
  const exponent = ((singleBits[0] ?? 0) >>> 23) & 0xff
  const steps = roundHalfToEven(size * 2 ** (127 - exponent + 10)) - 1024
  // 1024 steps carry over into the exponent, as they should.
  return sign | (((exponent - 127 + 15) << 10) + steps)
}

const fromHalf = (half: number): number => {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >>> 10) & 0x1f
  const fraction = half & 0x3ff
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25)
}

/**
 * Numbers as the bits of IEEE 754's 16-bit floats, rounded to the nearest, a half to even. Browsers before
 * `Float16Array` (Chrome 135, Firefox 129, Safari 18.2) have no other way.
 */
export const toHalfBits = (values: Float32Array): Uint16Array<ArrayBuffer> => Uint16Array.from(values, toHalf)

/** Every half's number by its bits, made when many are asked for: a tower has a hundred million of them. */
let table: Float32Array | null = null
const MANY = 10_000

/** The numbers of 16-bit floats, each exactly. */
export const fromHalfBits = (halves: Uint16Array): Float32Array<ArrayBuffer> => {
  if (halves.length < MANY) return Float32Array.from(halves, fromHalf)
  const known = (table ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => fromHalf(bits)))
  // One by one: `from` takes several times as long.
  const numbers = new Float32Array(halves.length)
  for (let i = 0; i < halves.length; i += 1) numbers[i] = known[halves[i] ?? 0] ?? 0
  return numbers
}
