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

/** What the module exports besides: of two forms of a product, `multiplyBytes` is that which is faster here. */
interface KernelModule extends TransformerKernel {
  readonly multiplyBytesInOne: TransformerKernel['multiplyBytes']
  readonly probeProducts: (weight: number, row: number) => number
}

/** How products of bytes are added: by one instruction for four of them, or by three. */
export type ProductForm = 'one instruction' | 'three instructions'

/**
 * Tells a processor by four products of -128 and a byte of 255, which each has its own way with: `pmaddubsw` adds pairs in 16
 * bits and stops at -32768, so that they come to -65536; `vpdpbusd` gives -130560, and `sdot`, to which the byte is -1, 512.
 * The first has no one instruction for it.
 */
const formHere = ({ probeProducts }: KernelModule): ProductForm =>
  probeProducts(-128, -1) === -65536 ? 'three instructions' : 'one instruction'

/** The number by which the kernel knows a GELU. */
export const geluKind: Readonly<Record<Gelu, number>> = { quick: 0, erf: 1, tanh: 2 }

/**
 * Makes an instance with a memory of its own.
 * @param bytes `transformer-kernel.as.ts?wasm-bytes`
 * @param form of products of bytes; what the processor has where it is left out
 * @returns undefined where this browser has no relaxed SIMD (Chrome before 114, Firefox before 146)
 */
export const openTransformerKernel = (
  bytes: Uint8Array<ArrayBuffer>,
  form?: ProductForm,
): TransformerKernel | undefined => {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  // The one place where the module's exports get their types; the kernel's tests call every one of them.
  const module = instance.exports as unknown as KernelModule
  return (form ?? formHere(module)) === 'one instruction'
    ? { ...module, multiplyBytes: module.multiplyBytesInOne }
    : module
}
