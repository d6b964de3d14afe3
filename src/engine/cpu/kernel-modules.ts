import simd from './kernel/simd-kernel.as.ts?wasm-bytes'
import relaxed from './kernel/transformer-kernel.as.ts?wasm-bytes'
import type { KernelModules } from './transformer-kernel'

/** The kernels that come with this part. */
export const kernelModules: KernelModules = { relaxed, simd }
