import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PreTrainedTokenizer } from '@xenova/transformers'
import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm'

/** The exported pair, run in Node by the same WebAssembly runtime that the app uses. */
export interface MiniRuntime {
  readonly dim: number
  readonly scale: number
  readonly encodeTexts: (texts: readonly string[]) => Promise<readonly Float32Array[]>
  /** `planes` holds `count` pictures of 3 x 64 x 64, normalised. */
  readonly encodePictures: (planes: Float32Array, count: number) => Promise<readonly Float32Array[]>
  readonly close: () => Promise<void>
}

function readJson(path: string): Record<string, unknown> {
  // The files are our own exports: objects by construction.
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

function rows(data: Float32Array, count: number): Float32Array[] {
  const dim = data.length / count
  return Array.from({ length: count }, (_, i) => {
    const row = data.slice(i * dim, (i + 1) * dim)
    const length = Math.hypot(...row)
    return row.map((v) => v / length)
  })
}

async function runOnce(session: InferenceSession, name: string, input: Tensor): Promise<Float32Array> {
  const [outputName] = session.outputNames
  const output = (await session.run({ [name]: input }))[outputName ?? '']
  if (!(output?.data instanceof Float32Array)) throw new TypeError('the model gave no float32 output')
  return output.data
}

export async function openMini(folder: string): Promise<MiniRuntime> {
  env.wasm.numThreads = 1
  const config = readJson(join(folder, 'config.json'))
  const tokenizer = new PreTrainedTokenizer(
    readJson(join(folder, 'tokenizer.json')),
    readJson(join(folder, 'tokenizer_config.json')),
  )
  const vision = await InferenceSession.create(readFileSync(join(folder, 'onnx/vision_model.onnx')))
  const text = await InferenceSession.create(readFileSync(join(folder, 'onnx/text_model.onnx')))
  const wordIds = (phrase: string): readonly number[] => tokenizer.encode(phrase)
  return {
    dim: Number(config.projection_dim),
    scale: Number(config.logit_scale),
    encodeTexts: async (texts) => {
      const ids = texts.map(wordIds)
      const length = Math.max(1, ...ids.map((row) => row.length))
      const flat = new BigInt64Array(texts.length * length)
      ids.forEach((row, i) => {
        row.forEach((id, k) => {
          flat[i * length + k] = BigInt(id)
        })
      })
      const input = new Tensor('int64', flat, [texts.length, length])
      return rows(await runOnce(text, 'input_ids', input), texts.length)
    },
    encodePictures: async (planes, count) => {
      const input = new Tensor('float32', planes, [count, 3, 64, 64])
      return rows(await runOnce(vision, 'pixel_values', input), count)
    },
    close: async () => {
      await vision.release()
      await text.release()
    },
  }
}
