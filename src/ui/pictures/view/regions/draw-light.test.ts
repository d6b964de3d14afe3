import { expect, it } from 'vitest'
import { drawWithLight } from './draw-light'

const [WIDTH, HEIGHT] = [120, 40]

const whitePicture = () => {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = 'white'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  return canvas.convertToBlob()
}

const redsOf = async (picture: Blob) => {
  const image = await createImageBitmap(picture)
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d')
  context?.drawImage(image, 0, 0)
  const pixels = context?.getImageData(0, 0, WIDTH, HEIGHT).data ?? []
  return (x: number, y: number) => pixels[(y * WIDTH + x) * 4]
}

it('a picture is saved with light on what speaks for a label, and without what was not looked at', async () => {
  const saved = await drawWithLight(await whitePicture(), {
    frame: { left: 2 / 3, top: 0, width: 1 / 3, height: 1 },
    grid: { columns: 2, rows: 2 },
    heat: Float64Array.of(0, 0, 0, 1),
    strength: 1,
  })
  const red = await redsOf(saved)
  expect(red(118, 38)).toBe(255)
  expect(red(82, 2)).toBeLessThan(30)
  expect([red(2, 2), red(40, 20), red(78, 38)]).toEqual([8, 8, 8])
})
