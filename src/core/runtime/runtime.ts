import type { Capabilities } from './capabilities'

/** Where the vision tower runs. The text tower always runs on WASM. */
export type Device = 'webgpu' | 'wasm'

/** Builds of onnxruntime-web: CPU only; WebGPU through JSPI (smaller); WebGPU through asyncify (anywhere). */
export type OrtBuild = 'wasm' | 'jspi' | 'webgpu'

/** Precision of a model file, by the hub's words. */
export type Dtype = 'fp32' | 'fp16' | 'q8' | 'q4' | 'q4f16'

/** How the engine runs, decided before its worker starts. */
export interface Runtime {
  readonly device: Device
  readonly build: OrtBuild
  /** WASM threads, 1 or more. ONNX Runtime's own default is 1 on a machine of two cores. */
  readonly threads: number
  /** Precisions worth trying for the vision tower, best first; the first that the model offers is taken. */
  readonly dtypes: readonly Dtype[]
  /** The same for the text tower, which always runs on WASM. */
  readonly textDtypes: readonly Dtype[]
}

/** What a person or a test may insist on. */
export interface RuntimePreference {
  /** `auto` lets the policy decide. */
  readonly device: Device | 'auto'
  /** Accept a software graphics adapter. For tests only. */
  readonly allowFallbackAdapter: boolean
  /** Insists on one precision: a quantised one keeps `auto` off the graphics card. */
  readonly dtype?: Dtype | null
}

/** More threads than this gain nothing measurable on CLIP's matrix sizes and starve the page. */
const MAX_THREADS = 8

/** fp16 before fp32 on a graphics card that has it; nothing quantised, which there is silently wrong (tjs #1728). */
const GPU_DTYPES = { f16: ['fp16', 'fp32'], f32: ['fp32'] } as const

/** q8 is 1.75 times as fast as fp32 on WASM and a quarter of the download; fp16 runs at fp32's speed. */
const WASM_DTYPES = ['q8', 'fp16', 'fp32', 'q4f16', 'q4'] as const

const wasmThreads = ({ cores, isolated, ios }: Capabilities): number =>
  // iOS: shared memory of 4 GB at most has a long history of refusing to start (onnxruntime #22086).
  isolated && !ios ? Math.max(1, Math.min(cores, MAX_THREADS)) : 1

/** Decides where and how the engine runs. Pure: a table tests it. */
export const chooseRuntime = (capabilities: Capabilities, preference: RuntimePreference): Runtime => {
  const threads = wasmThreads(capabilities)
  const { gpu } = capabilities
  const usable =
    !capabilities.ios &&
    (gpu.kind === 'hardware' || (gpu.kind === 'fallback' && preference.allowFallbackAdapter))
  const wanted = preference.dtype ?? null
  const quantised = wanted !== null && !GPU_DTYPES.f16.some((dtype) => dtype === wanted)
  if (!usable || preference.device === 'wasm' || (preference.device === 'auto' && quantised))
    return { device: 'wasm', build: 'wasm', threads, dtypes: WASM_DTYPES, textDtypes: WASM_DTYPES }
  return {
    device: 'webgpu',
    build: capabilities.jspi ? 'jspi' : 'webgpu',
    threads,
    dtypes: gpu.kind === 'hardware' && gpu.shaderF16 ? GPU_DTYPES.f16 : GPU_DTYPES.f32,
    textDtypes: WASM_DTYPES,
  }
}

/**
 * The next rung down after `runtime` failed: WebGPU fp16, WebGPU fp32, WASM with threads, WASM with one.
 * @param tried the precision that failed.
 * @returns `null` at the bottom.
 */
export const demote = (runtime: Runtime, tried: Dtype): Runtime | null => {
  if (runtime.device === 'webgpu') {
    const dtypes = runtime.dtypes.filter((dtype) => dtype !== tried)
    return dtypes.length > 0
      ? { ...runtime, dtypes }
      : { ...runtime, device: 'wasm', build: 'wasm', dtypes: WASM_DTYPES }
  }
  return runtime.threads > 1 ? { ...runtime, threads: 1 } : null
}
