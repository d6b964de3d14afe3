/** What a TIFF says of its numbers; names and values are TIFF 6.0's. */
export interface TiffNumbers {
  readonly compression: number
  readonly photometric: number
  readonly samples: number
  readonly bits: readonly number[]
  readonly sampleFormat: number
  readonly extraSample: number
  readonly colorMap: readonly number[]
}

/** How a TIFF's numbers become colours. */
export interface TiffColours {
  /** Those of a pixel's numbers that are needed. */
  readonly samples: readonly number[]
  /** Writes R, G, B, A for `from`, which has those numbers of each pixel in order. */
  write(from: ArrayLike<number>, to: Uint8ClampedArray): void
}

const WHITE_IS_ZERO = 0
const BLACK_IS_ZERO = 1
const RGB = 2
const PALETTE = 3
const CMYK = 5
const YCBCR = 6
const JPEG = 7

/** What an extra number of a pixel is. */
const PREMULTIPLIED = 1
const ALPHA = 2

/**
 * A number as a byte. 16 bits keep their high byte, as Pillow keeps it of colours; of grey Pillow cuts every number
 * above 255 to white instead, which no one wants to see. Wider and floating-point numbers are cut to 0-255, as Pillow
 * does.
 */
const byteOf = ({ bits, sampleFormat }: TiffNumbers): ((value: number) => number) | undefined => {
  const [depth = 1] = bits
  if (bits.some((other) => other !== depth)) return undefined
  if (sampleFormat === 3 || depth === 32) return (value) => Math.min(255, Math.max(0, Math.trunc(value)))
  if (sampleFormat !== 1) return undefined
  switch (depth) {
    case 1:
      return (value) => value * 255
    case 2:
      return (value) => value * 85
    case 4:
      return (value) => value * 17
    case 8:
      return (value) => value
    case 16:
      return (value) => value >> 8
    default:
      return undefined
  }
}

/** Pillow's rounded `a * b / 255`. */
const multiply = (a: number, b: number): number => {
  const product = a * b + 128
  return (product + (product >> 8)) >> 8
}

/** Writes three colours and perhaps alpha, by what an extra number means. */
const writeColours =
  (read: (from: ArrayLike<number>, at: number, sample: number) => number, channels: 1 | 3, extra: number) =>
  (from: ArrayLike<number>, to: Uint8ClampedArray): void => {
    const hasAlpha = extra === ALPHA || extra === PREMULTIPLIED
    const step = channels + (hasAlpha ? 1 : 0)
    for (let at = 0, target = 0; target < to.length; at += step, target += 4) {
      const alpha = hasAlpha ? read(from, at, channels) : 255
      for (let channel = 0; channel < 3; channel++) {
        const value = read(from, at, channels === 1 ? 0 : channel)
        to[target + channel] =
          extra !== PREMULTIPLIED ? value : alpha === 0 ? 0 : Math.trunc((value * 255) / alpha)
      }
      to[target + 3] = alpha
    }
  }

const writePalette =
  (colorMap: readonly number[]) =>
  (from: ArrayLike<number>, to: Uint8ClampedArray): void => {
    const colours = colorMap.length / 3
    for (let pixel = 0; pixel * 4 < to.length; pixel++) {
      const index = from[pixel] ?? 0
      for (let channel = 0; channel < 3; channel++)
        to[pixel * 4 + channel] = (colorMap[channel * colours + index] ?? 0) >> 8
      to[pixel * 4 + 3] = 255
    }
  }

const writeCmyk =
  (toByte: (value: number) => number) =>
  (from: ArrayLike<number>, to: Uint8ClampedArray): void => {
    for (let at = 0; at < to.length; at += 4) {
      const light = 255 - toByte(from[at + 3] ?? 0)
      for (let i = at; i < at + 3; i++) to[i] = light - multiply(toByte(from[i] ?? 0), light)
      to[at + 3] = 255
    }
  }

/** JFIF's colours, which JPEGs in a TIFF have too. */
const writeYcbcr = (from: ArrayLike<number>, to: Uint8ClampedArray): void => {
  for (let at = 0, source = 0; at < to.length; at += 4, source += 3) {
    const light = from[source] ?? 0
    const blue = (from[source + 1] ?? 0) - 128
    const red = (from[source + 2] ?? 0) - 128
    to[at] = light + 1.402 * red
    to[at + 1] = light - 0.344136 * blue - 0.714136 * red
    to[at + 2] = light + 1.772 * blue
    to[at + 3] = 255
  }
}

/** Plans how numbers become colours; undefined where no one has said how (CIELab, odd depths, stray channels). */
export const planColours = (numbers: TiffNumbers): TiffColours | undefined => {
  const { photometric, samples, compression, colorMap, extraSample } = numbers
  const toByte = byteOf(numbers)
  if (!toByte) return undefined
  const read = (from: ArrayLike<number>, at: number, sample: number) => toByte(from[at + sample] ?? 0)
  const extraOf = (channels: number) => (samples > channels ? extraSample : 0)
  const withExtra = (channels: readonly number[]) =>
    extraOf(channels.length) === 0 ? channels : [...channels, channels.length]
  switch (photometric) {
    case WHITE_IS_ZERO:
      return {
        samples: [0],
        write: writeColours((from, at) => 255 - toByte(from[at] ?? 0), 1, 0),
      }
    case BLACK_IS_ZERO:
      return { samples: withExtra([0]), write: writeColours(read, 1, extraOf(1)) }
    case YCBCR:
      // Outside of JPEGs colours may be stored at half the size, which the library cannot read.
      return compression === JPEG && samples === 3 ? { samples: [0, 1, 2], write: writeYcbcr } : undefined
    case RGB:
      return samples >= 3
        ? { samples: withExtra([0, 1, 2]), write: writeColours(read, 3, extraOf(3)) }
        : undefined
    case PALETTE:
      return { samples: [0], write: writePalette(colorMap) }
    case CMYK:
      return samples >= 4 ? { samples: [0, 1, 2, 3], write: writeCmyk(toByte) } : undefined
    default:
      return undefined
  }
}
