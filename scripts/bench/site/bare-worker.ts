import { expose } from 'comlink'
import * as ort from 'onnxruntime-web/wasm'
import { PROMPT } from './draw-photo'
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'

/** CLIP's input: 3 planes of 224 x 224. */
const EDGE = 224

const picturesOf = (count: number) =>
  new ort.Tensor(
    'float32',
    Float32Array.from({ length: count * 3 * EDGE * EDGE }, (_, i) => Math.sin(i)),
    [count, 3, EDGE, EDGE],
  )

const promptsOf = (count: number) =>
  new ort.Tensor('int64', BigInt64Array.from(Array.from({ length: count }, () => PROMPT).flat(), BigInt), [
    count,
    PROMPT.length,
  ])

let session: ort.InferenceSession | undefined

/** The least that can be done: one graph, one tensor, `session.run` in a loop. */
const bareLoop = {
  open: async (graphUrl: string, threads: number): Promise<void> => {
    ort.env.wasm.numThreads = threads
    ort.env.wasm.wasmPaths = { wasm: new URL(wasm, import.meta.url).href }
    const graph = new Uint8Array(await (await fetch(graphUrl)).arrayBuffer())
    session = await ort.InferenceSession.create(graph, { executionProviders: ['wasm'] })
  },
  /** @returns milliseconds that `runs` runs of `batch` pictures, or prompts, took together. */
  run: async (runs: number, batch: number): Promise<number> => {
    if (!session) throw new Error('Open the graph first.')
    const [input = ''] = session.inputNames
    const feeds = { [input]: input === 'input_ids' ? promptsOf(batch) : picturesOf(batch) }
    const startedAt = performance.now()
    for (let i = 0; i < runs; i += 1) await session.run(feeds)
    return performance.now() - startedAt
  },
}

/** What {@link bareLoop} offers to the page. */
export type BareLoop = typeof bareLoop

expose(bareLoop)
