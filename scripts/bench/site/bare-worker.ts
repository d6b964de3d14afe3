import { expose } from 'comlink'
import * as ort from 'onnxruntime-web/wasm'
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'

/** CLIP's input: 3 planes of 224 x 224. */
const EDGE = 224

let session: ort.InferenceSession | undefined

/** The least that can be done: one graph, one tensor, `session.run` in a loop. */
const bareLoop = {
  open: async (graphUrl: string, threads: number): Promise<void> => {
    ort.env.wasm.numThreads = threads
    ort.env.wasm.wasmPaths = { wasm: new URL(wasm, import.meta.url).href }
    const graph = new Uint8Array(await (await fetch(graphUrl)).arrayBuffer())
    session = await ort.InferenceSession.create(graph, { executionProviders: ['wasm'] })
  },
  /** @returns milliseconds that `runs` runs of `batch` pictures took together. */
  run: async (runs: number, batch: number): Promise<number> => {
    if (!session) throw new Error('Open the graph first.')
    const values = Float32Array.from({ length: batch * 3 * EDGE * EDGE }, (_, i) => Math.sin(i))
    const feeds = { [session.inputNames[0] ?? '']: new ort.Tensor('float32', values, [batch, 3, EDGE, EDGE]) }
    const startedAt = performance.now()
    for (let i = 0; i < runs; i += 1) await session.run(feeds)
    return performance.now() - startedAt
  },
}

/** What {@link bareLoop} offers to the page. */
export type BareLoop = typeof bareLoop

expose(bareLoop)
