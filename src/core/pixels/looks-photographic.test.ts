import { expect, it } from 'vitest'
import { looksPhotographic } from './looks-photographic'

const SIZE = 32
const paint = (colourAt: (x: number, y: number) => readonly [number, number, number]) => {
  const rgba = new Uint8ClampedArray(SIZE * SIZE * 4)
  for (let i = 0; i < SIZE * SIZE; i += 1) rgba.set([...colourAt(i % SIZE, Math.floor(i / SIZE)), 255], i * 4)
  return rgba
}

it('takes areas of one colour for a drawing', () => {
  const drawing = paint((x, y) => (Math.hypot(x - 16, y - 16) < 10 ? [220, 30, 30] : [255, 255, 255]))
  expect(looksPhotographic(drawing, SIZE, SIZE)).toBe(false)
})

it('takes a noisy gradient for a photograph', () => {
  const photo = paint((x, y) => [x * 7 + ((x * 31 + y * 17) % 5), y * 7, 128 + ((x * 13 + y * 7) % 9)])
  expect(looksPhotographic(photo, SIZE, SIZE)).toBe(true)
})

it('says nothing of a single pixel', () => {
  expect(looksPhotographic(new Uint8ClampedArray(4), 1, 1)).toBe(false)
})
