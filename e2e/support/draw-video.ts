import { colours, type Colour } from '../../src/testing/color-model/colours.ts'

const WIDTH = 320
const HEIGHT = 240

/** Frames a second. */
const RATE = 10

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

/** One colour as a camera sends it: luma, then both chromas at half the sides (BT.601, limited range). */
const plainFrame = (colour: Colour): Buffer => {
  const [red, green, blue] = colours[colour].map((value) => value / 255) as [number, number, number]
  const luma = clamp(16 + 65.481 * red + 128.553 * green + 24.966 * blue)
  const chromaBlue = clamp(128 - 37.797 * red - 74.203 * green + 112 * blue)
  const chromaRed = clamp(128 + 112 * red - 93.786 * green - 18.214 * blue)
  const quarter = (WIDTH * HEIGHT) / 4
  return Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.alloc(WIDTH * HEIGHT, luma),
    Buffer.alloc(quarter, chromaBlue),
    Buffer.alloc(quarter, chromaRed),
  ])
}

/** A Y4M file, which Chromium's fake camera shows again and again: each colour for so many seconds. */
export const drawVideo = (shown: readonly Colour[], seconds: number): Buffer =>
  Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip A1:1 C420\n`),
    ...shown.flatMap((colour) => Array<Buffer>(seconds * RATE).fill(plainFrame(colour))),
  ])
