import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url'
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import type { OrtBuild, Runtime } from '../../core/runtime/runtime'

/** The parts of ONNX Runtime Web that the engine uses; the same in all builds. */
export type Ort = typeof import('onnxruntime-web/wasm')

/**
 * One build per worker, imported when it is needed. Never the bare package: its default is a 28 MB build with
 * a WebGPU backend that is being retired.
 */
const builds: Readonly<Record<OrtBuild, { load: () => Promise<Ort>; wasm: string }>> = {
  wasm: { load: () => import('onnxruntime-web/wasm'), wasm: plainWasm },
  jspi: { load: () => import('onnxruntime-web/jspi'), wasm: jspiWasm },
  webgpu: { load: () => import('onnxruntime-web/webgpu'), wasm: asyncifyWasm },
}

/** The default is to wait for ever. Compiling 27 MB takes seconds on a phone, not half a minute. */
const INIT_TIMEOUT_MS = 30_000

/** Imports and configures ONNX Runtime. After a failed start only a new worker recovers. */
export const loadOrt = async ({ build, threads }: Runtime): Promise<Ort> => {
  const ort = await builds[build].load()
  ort.env.logLevel = 'error'
  ort.env.wasm.numThreads = threads
  ort.env.wasm.initTimeout = INIT_TIMEOUT_MS
  // Only the binary's address: a string prefix would make it fetch its own glue code a second time.
  ort.env.wasm.wasmPaths = { wasm: new URL(builds[build].wasm, import.meta.url).href }
  return ort
}
