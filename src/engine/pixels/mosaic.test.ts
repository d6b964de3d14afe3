import { expect, test } from 'vitest'
import { isSameMosaic } from '../../core/desk/duplicates/mosaic'
import { toRecipe } from '../../core/pixels/recipe'
import { createPixelApi } from './create-pixel-api'
import { createPreprocessor } from './picture-preprocessor'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

/** A drawing of three things on paper; `across` is the width of the file. */
const draw = (across: number, place = 0.3): OffscreenCanvas => {
  const canvas = new OffscreenCanvas(across, across * 0.75)
  const context = canvas.getContext('2d')!
  context.scale(across, across)
  const fill = (colour: string, ...[x, y, width, height]: [number, number, number, number]) => {
    context.fillStyle = colour
    context.fillRect(x, y, width, height)
  }
  fill('rgb(250 248 240)', 0, 0, 1, 1)
  fill('rgb(40 90 160)', place, 0.2, 0.3, 0.25)
  fill('rgb(200 60 50)', 0.65, 0.45, 0.08, 0.2)
  context.fillStyle = 'rgb(60 60 60)'
  context.arc(0.2, 0.6, 0.1, 0, 7)
  context.fill()
  return canvas
}

const mosaicOf = async (canvas: OffscreenCanvas, type = 'image/png', quality = 1) => {
  const api = createPixelApi(createPreprocessor(kernelBytes))
  const fit = { kind: 'crop', resizeTo: 8, width: 8, height: 8 } as const
  const recipe = toRecipe({ fit, resample: 'nearest', rescale: 1, mean: [0, 0, 0], std: [1, 1, 1] })
  const prepared = await api.prepare(
    await canvas.convertToBlob({ type, quality }),
    'drawing',
    { recipe, reading: 'exact' },
    new AbortController().signal,
    () => undefined,
  )
  if (prepared.kind !== 'done' || !prepared.value.mosaic) throw new Error('no mosaic')
  return prepared.value.mosaic
}

test('a picture that is saved again, in another format or at another size, is known by its mosaic', async () => {
  const mosaic = await mosaicOf(draw(800))
  expect(isSameMosaic(mosaic, await mosaicOf(draw(800), 'image/jpeg', 0.6))).toBe(true)
  expect(isSameMosaic(mosaic, await mosaicOf(draw(800), 'image/webp', 0.6))).toBe(true)
  expect(isSameMosaic(mosaic, await mosaicOf(draw(400), 'image/jpeg', 0.8))).toBe(true)
  expect(isSameMosaic(mosaic, await mosaicOf(draw(1200)))).toBe(true)
})

test('one in which a thing has moved by a fiftieth, or is gone, is another', async () => {
  const mosaic = await mosaicOf(draw(800))
  expect(isSameMosaic(mosaic, await mosaicOf(draw(800, 0.32)))).toBe(false)
  const without = draw(800)
  without.getContext('2d')!.fillStyle = 'rgb(250 248 240)'
  without.getContext('2d')!.fillRect(0.6, 0.4, 0.2, 0.3)
  expect(isSameMosaic(mosaic, await mosaicOf(without))).toBe(false)
})
