/** What `resize-kernel.as.ts` exports; parameters are explained there. Addresses and sizes are in bytes. */
export interface ResizeKernel {
  readonly memory: WebAssembly.Memory
  readonly heapBase: () => number
  readonly squeezeRows: (
    source: number,
    sourceStride: number,
    rows: number,
    target: number,
    targetStride: number,
    columns: number,
    starts: number,
    weights: number,
  ) => void
  readonly mergeRows: (
    rows: number,
    length: number,
    steps: number,
    weights: number,
    target: number,
    swap: boolean,
  ) => void
  readonly flattenAlpha: (start: number, pixels: number) => void
}

/**
 * Compiles the kernel.
 *
 * @param bytes `resize-kernel.as.ts?wasm-bytes`
 * @returns makes instances, each with a memory of its own; undefined where this browser has no WebAssembly SIMD
 */
export const compileResizeKernel = (bytes: Uint8Array<ArrayBuffer>): (() => ResizeKernel) | undefined => {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined
  const module = new WebAssembly.Module(bytes)
  // The one place where the module's exports get their types; the kernel's tests call every one of them.
  return () => new WebAssembly.Instance(module).exports as unknown as ResizeKernel
}

/** Makes the memory reach `end`. Views made before are dead afterwards. Throws RangeError where it cannot grow. */
export const ensureMemory = ({ memory }: ResizeKernel, end: number): void => {
  const missing = end - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / 65536))
}
