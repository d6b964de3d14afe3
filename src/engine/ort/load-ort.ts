import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url'
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { createLate, obtainPart, type Late } from '../../core/async/late'
import { done, type Outcome } from '../../core/errors/outcome'
import type { OrtBuild, Runtime } from '../../core/runtime/runtime'

/** The parts of ONNX Runtime Web that the engine uses; the same in all builds. */
export type Ort = typeof import('onnxruntime-web/wasm')

/**
 * One build per worker, imported when it is needed. Never the bare package: its default is a 28 MB build with
 * a WebGPU backend that is being retired.
 */
const builds: Readonly<Record<OrtBuild, { script: Late<Ort>; wasm: string }>> = {
  wasm: { script: createLate(() => import('onnxruntime-web/wasm')), wasm: plainWasm },
  jspi: { script: createLate(() => import('onnxruntime-web/jspi')), wasm: jspiWasm },
  webgpu: { script: createLate(() => import('onnxruntime-web/webgpu')), wasm: asyncifyWasm },
}

/** The default is to wait for ever. Compiling 27 MB takes seconds on a phone, not half a minute. */
const INIT_TIMEOUT_MS = 30_000

const binaryOf = ({ build }: Runtime): string => new URL(builds[build].wasm, import.meta.url).href

/**
 * Whether the binary cannot be had. Asked once the runtime has failed: Emscripten's own words for it depend on what the
 * worker is left with (`XMLHttpRequest is not a constructor`).
 */
export const lacksBinary = async (runtime: Runtime): Promise<boolean> => {
  try {
    const { ok, body } = await fetch(binaryOf(runtime))
    await body?.cancel()
    return !ok
  } catch {
    return true
  }
}

/** Imports and configures ONNX Runtime. After a failed start only a new worker recovers. */
export const loadOrt = async (runtime: Runtime): Promise<Outcome<Ort>> => {
  const loaded = await obtainPart(builds[runtime.build].script)
  if (loaded.kind !== 'done') return loaded
  const ort = loaded.value
  ort.env.logLevel = 'error'
  ort.env.wasm.numThreads = runtime.threads
  ort.env.wasm.initTimeout = INIT_TIMEOUT_MS
  // Only the binary's address: a string prefix would make it fetch its own glue code a second time.
  ort.env.wasm.wasmPaths = { wasm: binaryOf(runtime) }
  return done(ort)
}
