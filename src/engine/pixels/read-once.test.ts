import { expect, test } from 'vitest'
import { toRecipe } from '../../core/pixels/recipe'
import { createPixelApi } from './create-pixel-api'
import { createPreprocessor } from './picture-preprocessor'
import kernelBytes from './resize-kernel.as.ts?wasm-bytes'

const api = createPixelApi(createPreprocessor(kernelBytes))
const { signal } = new AbortController()
const fit = { kind: 'crop', resizeTo: 8, width: 8, height: 8 } as const
const recipe = toRecipe({ fit, resample: 'bilinear', rescale: 1 / 255, mean: [0, 0, 0], std: [1, 1, 1] })

const prepare = (file: Blob, identifies: boolean) =>
  api.prepare(file, 'drawing', { recipe, reading: 'exact', identifies }, signal, () => undefined)

const draw = (type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(40, 30)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(200 60 50 / 0.5)'
  context.fillRect(5, 5, 20, 10)
  return canvas.convertToBlob({ type })
}

test.each(['image/png', 'image/jpeg', 'image/webp'])(
  'a picture that is identified as it is made ready is the same: %s',
  async (type) => {
    const file = await draw(type)
    const [identified, alone, both] = [
      await api.identify(file, 'drawing', signal),
      await prepare(file, false),
      await prepare(file, true),
    ]
    if (identified.kind !== 'done' || alone.kind !== 'done' || both.kind !== 'done') throw new Error('failed')
    expect(both.value.sha256).toBe(identified.value)
    expect(alone.value).not.toHaveProperty('sha256')
    expect(both.value.tensor).toEqual(alone.value.tensor)
    expect(both.value.mosaic).toEqual(alone.value.mosaic)
  },
)

test('what is wrong with a file is said in the same words', async () => {
  const damaged = (await draw('image/png')).slice(0, 60)
  expect(await prepare(damaged, true)).toEqual(await prepare(damaged, false))
})
