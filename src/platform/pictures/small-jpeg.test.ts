import { expect, it } from 'vitest'
import { isSmallPicture } from '../../core/tasks/own/files/small-pictures'
import { smallJpeg } from './small-jpeg'

it('makes of a picture a small JPEG of its shape that a file of a classifier may hold', async () => {
  const canvas = new OffscreenCanvas(320, 160)
  const context = canvas.getContext('2d')
  for (const [i, colour] of ['#c00', '#0a0'].entries()) {
    if (!context) break
    context.fillStyle = colour
    context.fillRect(i * 160, 0, 160, 160)
  }
  const small = await smallJpeg(await canvas.convertToBlob(), 96)
  if (!small) throw new Error('nothing was drawn')
  expect(isSmallPicture(small)).toBe(true)
  const shown = await createImageBitmap(new Blob([small], { type: 'image/jpeg' }))
  expect([shown.width, shown.height]).toEqual([96, 48])
  expect(await smallJpeg(new Blob(['no picture']), 96)).toBeNull()
})
