import { expect, it } from 'vitest'
import { looksPhotographic } from './looks-photographic'

const SIZE = 32
const paint = (colourAt: (x: number, y: number) => readonly [number, number, number]) => {
  const rgba = new Uint8Array(SIZE * SIZE * 4)
  for (let i = 0; i < SIZE * SIZE; i += 1) rgba.set([...colourAt(i % SIZE, Math.floor(i / SIZE)), 255], i * 4)
  return rgba
}

it('takes areas of one colour for a drawing', () => {
  const drawing = paint((x, y) => (Math.hypot(x - 16, y - 16) < 10 ? [220, 30, 30] : [255, 255, 255]))
  expect(looksPhotographic(drawing, SIZE, 'PNG')).toBe(false)
  expect(looksPhotographic(drawing, SIZE, 'JPEG')).toBe(false)
})

it('takes a noisy gradient for a photograph', () => {
  const photo = paint((x, y) => [x * 7 + ((x * 31 + y * 17) % 5), y * 7, 128 + ((x * 13 + y * 7) % 9)])
  expect(looksPhotographic(photo, SIZE, 'PNG')).toBe(true)
})

it('takes a JPEG that is even for the most part for a photograph, and a PNG of the same for a drawing', () => {
  const blurred = paint((x, y) => [Math.floor(x / 3) * 20, y * 7, 100])
  expect(looksPhotographic(blurred, SIZE, 'JPEG')).toBe(true)
  expect(looksPhotographic(blurred, SIZE, 'PNG')).toBe(false)
})

it('takes a silhouette for a photograph, and lines in black for a drawing', () => {
  const shape = (radius: number) =>
    paint((x, y) => (Math.hypot(x - 16, y - 16) < radius ? [0, 0, 0] : [255, 255, 255]))
  expect(looksPhotographic(shape(10), SIZE, 'PNG')).toBe(true)
  expect(looksPhotographic(shape(4), SIZE, 'PNG')).toBe(false)
})

it('compares no pixel with the next row’s first', () => {
  const stripes = paint((_x, y) => [y * 8, 0, 0])
  expect(looksPhotographic(stripes, SIZE, 'JPEG')).toBe(false)
})

it('says nothing of a single pixel', () => {
  expect(looksPhotographic(new Uint8Array(4), 1, 'JPEG')).toBe(false)
})
