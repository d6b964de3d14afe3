import type { Gelu } from '../../core/model/tower/tower'

/** What `transformer-kernel.as.ts` exports; parameters are explained there. Addresses and strides are in bytes. */
export interface TransformerKernel {
  readonly memory: WebAssembly.Memory
  readonly heapBase: () => number
  readonly multiplyBytes: (
    rows: number,
    count: number,
    length: number,
    scales: number,
    panels: number,
    columns: number,
    columnFacts: number,
    target: number,
    targetStride: number,
    adds: boolean,
  ) => void
  readonly multiplyFloats: (
    rows: number,
    count: number,
    length: number,
    stride: number,
    others: number,
    otherStride: number,
    columns: number,
    panelStride: number,
    target: number,
    targetStride: number,
  ) => void
  readonly activate: (rows: number, count: number, length: number, kind: number) => void
  readonly normalise: (
    rows: number,
    count: number,
    length: number,
    weight: number,
    bias: number,
    epsilon: number,
    target: number,
  ) => void
  readonly softmax: (
    rows: number,
    count: number,
    length: number,
    stride: number,
    factor: number,
    causal: boolean,
  ) => void
  readonly toBytes: (
    rows: number,
    count: number,
    length: number,
    stride: number,
    target: number,
    scales: number,
  ) => void
}

/** The number by which the kernel knows a GELU. */
export const geluKind: Readonly<Record<Gelu, number>> = { quick: 0, erf: 1, tanh: 2 }

/**
 * Makes an instance with a memory of its own.
 * @param bytes `transformer-kernel.as.ts?wasm-bytes`
 * @returns undefined where this browser has no relaxed SIMD (Chrome before 114, Firefox before 146)
 */
export const openTransformerKernel = (bytes: Uint8Array<ArrayBuffer>): TransformerKernel | undefined => {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  // The one place where the module's exports get their types; the kernel's tests call every one of them.
  return instance.exports as unknown as TransformerKernel
}
