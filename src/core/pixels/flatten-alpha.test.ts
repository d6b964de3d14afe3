import { expect, it } from 'vitest'
import { rgbOf, sha256 } from '../../testing/pixels/pixel-pattern'
import { flattenAlpha } from './flatten-alpha'

it('every colour under every alpha looks as when Pillow pastes it on white', async () => {
  const rgba = new Uint8ClampedArray(256 * 256 * 4)
  for (let i = 0; i < 256 * 256; i++) {
    const colour = i & 255
    rgba.set([colour, 255 - colour, (colour * 7) & 255, i >> 8], i * 4)
  }
  flattenAlpha(rgba)
  expect(await sha256(rgbOf(rgba))).toBe('25f1a6efe873107875a9a7d1d815cb8cbff22f799410698f08d3eaa94ec39d16')
})

it('a transparent pixel becomes white and opaque, whatever colour it hides', () => {
  const rgba = Uint8ClampedArray.of(0, 10, 200, 0, 1, 2, 3, 255)
  flattenAlpha(rgba)
  expect([...rgba]).toEqual([255, 255, 255, 255, 1, 2, 3, 255])
})
