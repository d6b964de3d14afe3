import { PreTrainedTokenizer } from '@xenova/transformers'
import * as ort from 'onnxruntime-web'
import { beforeAll, expect, test } from 'vitest'
import { buildColorModel } from './build-color-model'
import { colours, type Rgb } from './colours'

const files = buildColorModel()
const json = (path: string) => JSON.parse(String(files.get(path))) as Record<string, never>
const { image_mean, image_std, crop_size } = json('preprocessor_config.json') as unknown as {
  image_mean: Rgb
  image_std: Rgb
  crop_size: { width: number; height: number }
}
const pixels = crop_size.width * crop_size.height

let vision: ort.InferenceSession
let text: ort.InferenceSession
let tokenizer: PreTrainedTokenizer

beforeAll(async () => {
  ort.env.wasm.numThreads = 1
  const open = (path: string) => ort.InferenceSession.create(files.get(path) as Uint8Array)
  vision = await open('onnx/vision_model.onnx')
  text = await open('onnx/text_model.onnx')
  tokenizer = new PreTrainedTokenizer(json('tokenizer.json'), json('tokenizer_config.json'))
})

const rows = (tensor: ort.Tensor | undefined): number[][] => {
  const [count = 0, length = 0] = tensor?.dims ?? []
  const values = Array.from((tensor?.data ?? []) as Float32Array)
  return Array.from({ length: count }, (_, i) => values.slice(i * length, (i + 1) * length))
}

/** Pictures of one colour each, normalised as the preprocessor says. */
const embedPictures = async (pictures: readonly Rgb[]): Promise<number[][]> => {
  const planes = pictures.flatMap((rgb) =>
    rgb.flatMap((value, channel) =>
      new Array<number>(pixels).fill((value / 255 - image_mean[channel]!) / image_std[channel]!),
    ),
  )
  const dims = [pictures.length, 3, crop_size.height, crop_size.width]
  const { image_embeds } = await vision.run({
    pixel_values: new ort.Tensor('float32', Float32Array.from(planes), dims),
  })
  return rows(image_embeds)
}

const embedPrompt = async (prompt: string): Promise<number[]> => {
  const ids = tokenizer.encode(prompt)
  const { text_embeds } = await text.run({
    input_ids: new ort.Tensor('int64', BigInt64Array.from(ids.map(BigInt)), [1, ids.length]),
  })
  return rows(text_embeds)[0] ?? []
}

const cosine = (a: readonly number[], b: readonly number[]): number => {
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

const words = Object.keys(colours).filter((word) => word !== 'gray')

test.each(['{}', 'a photo of a {}', 'A PHOTO, of something {}!'])(
  'each plain colour ranks its own word first by template %s',
  async (template) => {
    const pictures = await embedPictures(words.map((word) => colours[word as keyof typeof colours]))
    const prompts = await Promise.all(words.map((word) => embedPrompt(template.split('{}').join(word))))
    const best = pictures.map((picture) => {
      const cosines = prompts.map((prompt) => cosine(picture, prompt))
      return words[cosines.indexOf(Math.max(...cosines))]
    })
    expect(best).toEqual(words)
  },
)

test('a mixture lies between its colours', async () => {
  const [picture = []] = await embedPictures([[255, 110, 0]])
  const [orange, red, blue] = await Promise.all(['orange', 'red', 'blue'].map(embedPrompt))
  expect(cosine(picture, orange!)).toBeGreaterThan(cosine(picture, red!))
  expect(cosine(picture, red!)).toBeGreaterThan(cosine(picture, blue!))
})

test('words that it does not know have a direction of their own, which no picture has', async () => {
  const pictures = await embedPictures(words.map((word) => colours[word as keyof typeof colours]))
  for (const prompt of ['zebra', '', 'one two three four five']) {
    const vector = await embedPrompt(prompt)
    expect(Math.hypot(...vector)).toBeGreaterThan(0.01)
    for (const picture of pictures) expect(cosine(picture, vector)).toBeCloseTo(0, 6)
  }
})

test('it is a few kilobytes', () => {
  const size = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  expect(size).toBeLessThan(8000)
})
