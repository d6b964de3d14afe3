import { env, pipeline, type ZeroShotImageClassificationPipeline } from '@xenova/transformers'
import { expose } from 'comlink'
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'

let classifier: ZeroShotImageClassificationPipeline | undefined

/** transformers.js as its documentation uses it, with its wasm from this server instead of a third party's. */
const pipelineArm = {
  open: async (host: string, id: string, threads: number): Promise<void> => {
    env.remoteHost = host
    env.allowLocalModels = false
    env.useBrowserCache = false
    env.useWasmCache = false
    const settings = env.backends.onnx.wasm
    if (!settings) throw new Error('transformers.js has no wasm backend.')
    settings.numThreads = threads
    settings.wasmPaths = { wasm: new URL(wasm, import.meta.url).href }
    classifier = await pipeline('zero-shot-image-classification', id, { dtype: 'q8', device: 'wasm' })
  },
  /** @returns milliseconds for `pictures`, in calls of at most `batch`. */
  classify: async (pictures: readonly Blob[], labels: string[], batch: number): Promise<number> => {
    if (!classifier) throw new Error('Open the pipeline first.')
    const startedAt = performance.now()
    for (let i = 0; i < pictures.length; i += batch) {
      const answers = await classifier(pictures.slice(i, i + batch), labels)
      if (!Array.isArray(answers) || answers.length === 0) throw new Error('The pipeline gave no answer.')
    }
    return performance.now() - startedAt
  },
}

/** What {@link pipelineArm} offers to the page. */
export type PipelineArm = typeof pipelineArm

expose(pipelineArm)
