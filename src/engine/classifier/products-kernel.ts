/** What `products-kernel.as.ts` exports; parameters are explained there. Addresses and strides are in bytes. */
export interface ProductsKernel {
  readonly memory: WebAssembly.Memory
  readonly heapBase: () => number
  readonly multiply: (
    matrix: number,
    rows: number,
    stride: number,
    others: number,
    columns: number,
    target: number,
    shape: number,
    upTo: boolean,
  ) => void
}

/**
 * Compiles the kernel.
 * @param bytes `products-kernel.as.ts?wasm-bytes`
 * @returns an instance with a memory of its own; `null` where this browser has no WebAssembly SIMD.
 */
export const openProductsKernel = (bytes: Uint8Array<ArrayBuffer>): ProductsKernel | null => {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return null
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  // The one place where the module's exports get their types; the kernel's tests call every one of them.
  return instance.exports as unknown as ProductsKernel
}
