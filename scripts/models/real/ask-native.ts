import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PreTrainedTokenizer } from '@xenova/transformers'
import type * as Ort from 'onnxruntime-web'
import { towerPath } from '../../../src/core/model/files/tower-path.ts'
import { pixelsToTensor } from '../../../src/core/pixels/pixels-to-tensor.ts'
import type { Recipe } from '../../../src/core/pixels/recipe.ts'
import { resizeCrop } from '../../../src/core/pixels/resize/resize-crop.ts'
import { planResize } from '../../../src/core/pixels/resize/resize-plan.ts'
import { probePictures } from '../../../src/core/runtime/self-check/probe-input.ts'
import type { Dtype } from '../../../src/core/runtime/runtime.ts'
import { parsePreprocessorConfig } from '../../../src/engine/hub/preprocessor-config.ts'
import type { Answers } from './answers.ts'
import type { DrawnPicture } from './draw-pictures.ts'

/** Native ONNX Runtime, which has the interface of the web's. */
type NativeOrt = typeof Ort

/** What native ONNX Runtime makes of a model's own files, and what its self-check is then held to. */
export interface NativeAnswer {
  readonly answers: Answers
  readonly recipe: Recipe
  /** Of the canned pictures of the self-check. */
  readonly golden: readonly Float32Array[]
}

/**
 * Native ONNX Runtime of a folder that `npm install --prefix FOLDER onnxruntime-node` has filled: it is 200 MB that
 * nothing else of the project needs.
 */
export const openNative = (folder: string): NativeOrt =>
  createRequire(path.join(path.resolve(folder), 'package.json'))('onnxruntime-node') as NativeOrt

const readJson = (file: string): Record<string, unknown> =>
  // Files of a published model; what is not an object makes the tokenizer or the recipe refuse it.
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>

const floats = (output: Ort.Tensor | undefined): Float32Array => {
  if (output?.data instanceof Float32Array) return output.data
  throw new TypeError('the model gave no float32 output')
}

/** The embedding among the outputs: by its name, else the only one. */
const embeddingOf = (outputs: Ort.InferenceSession.OnnxValueMapType): Float32Array => {
  const named = ['image_embeds', 'text_embeds', 'pooler_output'].find((name) => name in outputs)
  return floats(outputs[named ?? Object.keys(outputs)[0] ?? ''])
}

/**
 * Runs the towers of `folder` at one precision. Tokens are the library's own, pixels the plain version of our resize,
 * which other tests hold to Pillow's; the runtime is what is independent here.
 */
export const askNative = async (
  ort: NativeOrt,
  folder: string,
  dtype: Dtype,
  prompts: readonly string[],
  pictures: readonly DrawnPicture[],
): Promise<NativeAnswer> => {
  const parsed = parsePreprocessorConfig(readJson(path.join(folder, 'preprocessor_config.json')))
  if (parsed.kind !== 'done') throw new Error('The recipe of the pictures cannot be read.')
  const recipe = parsed.value
  const { width, height } = recipe.fit
  const tokenizer = new PreTrainedTokenizer(
    readJson(path.join(folder, 'tokenizer.json')),
    readJson(path.join(folder, 'tokenizer_config.json')),
  )
  const config = readJson(path.join(folder, 'config.json'))
  const { max_position_embeddings: most = 77 } = (config.text_config ?? {}) as {
    max_position_embeddings?: number
  }
  const tokens = prompts.map((prompt): number[] => {
    const ids = tokenizer.encode(prompt)
    // The last one says that the text ends, also where it was cut.
    return ids.length > most ? [...ids.slice(0, most - 1), ...ids.slice(-1)] : ids
  })

  const text = await ort.InferenceSession.create(path.join(folder, towerPath('text', dtype)))
  const vision = await ort.InferenceSession.create(path.join(folder, towerPath('vision', dtype)))
  const seeTensor = async (tensor: Float32Array): Promise<Float32Array> => {
    const [name = 'pixel_values'] = vision.inputNames
    return embeddingOf(await vision.run({ [name]: new ort.Tensor('float32', tensor, [1, 3, height, width]) }))
  }
  const read = async (ids: readonly number[]): Promise<Float32Array> => {
    const whole = (values: readonly number[]) =>
      new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
    const feeds = {
      input_ids: whole(ids),
      ...(text.inputNames.includes('attention_mask') && { attention_mask: whole(ids.map(() => 1)) }),
    }
    return embeddingOf(await text.run(feeds))
  }
  try {
    const seen: number[][] = []
    for (const { side, rgba } of pictures) {
      const crop = resizeCrop(rgba, side, side, planResize(side, side, recipe.fit), recipe.resample)
      seen.push([...(await seeTensor(pixelsToTensor(crop, recipe)))])
    }
    const told: number[][] = []
    for (const ids of tokens) told.push([...(await read(ids))])
    const golden: Float32Array[] = []
    for (const tensor of probePictures(recipe)) golden.push(Float32Array.from(await seeTensor(tensor)))
    return { answers: { tokens, prompts: told, pictures: seen, probabilities: null }, recipe, golden }
  } finally {
    await text.release()
    await vision.release()
  }
}
