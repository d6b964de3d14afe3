/** What a graphics adapter is good for. */
export type GpuCapability =
  /** No WebGPU, or no adapter behind it. */
  | { readonly kind: 'none' }
  /** A software adapter: correct at best, and slower than the CPU path. Only tests use one. */
  | { readonly kind: 'fallback'; readonly adapter: string }
  /** `adapter` names vendor and architecture; `shaderF16` says whether fp16 graphs run. */
  | { readonly kind: 'hardware'; readonly adapter: string; readonly shaderF16: boolean }

/** What this browser on this machine can do, probed once by `platform`. */
export interface Capabilities {
  readonly cores: number
  /** `navigator.deviceMemory`; `null` where the browser does not say (Firefox, Safari). Capped at 8 by browsers. */
  readonly memoryGigabytes: number | null
  /** Cross-origin isolated: shared memory, so WASM threads. */
  readonly isolated: boolean
  /** JavaScript Promise Integration, which the smaller WebGPU build of ONNX Runtime needs. */
  readonly jspi: boolean
  readonly ios: boolean
  /** The person has asked for fewer bytes. `false` where the browser does not say (Firefox, Safari). */
  readonly savesData: boolean
  readonly gpu: GpuCapability
}
