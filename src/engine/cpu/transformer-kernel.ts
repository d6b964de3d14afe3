import type { Gelu } from '../../core/model/tower/tower'
import type { OwnPrecision } from '../../core/runtime/executor'

/** Rows times columns of whole numbers; parameters are explained in `kernel/byte-products.as.ts`. */
type MultiplyRounded = (
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

/** Rows of f32 as whole numbers; see `kernel/rows.as.ts`. */
type RoundRows = (
  rows: number,
  count: number,
  length: number,
  stride: number,
  target: number,
  scales: number,
) => void

/** What both modules export; parameters are explained there. Addresses and strides are in bytes. */
interface CommonModule {
  readonly memory: WebAssembly.Memory
  readonly heapBase: () => number
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
}

/** `kernel/simd-kernel.as.ts` */
interface SimdModule extends CommonModule {
  readonly multiplyWords: MultiplyRounded
  readonly toWords: RoundRows
}

/** `kernel/transformer-kernel.as.ts` */
interface RelaxedModule extends SimdModule {
  readonly multiplyBytesInOne: MultiplyRounded
  readonly multiplyBytesInThree: MultiplyRounded
  readonly toBytes: RoundRows
  readonly probeProducts: (weight: number, row: number) => number
}

/** The kernels that a tower runs on: one way to multiply, with what goes along with it. */
export interface TransformerKernel extends CommonModule {
  readonly precision: OwnPrecision
  /** Bytes that a rounded number of a row takes. */
  readonly rowBytes: 1 | 2
  /** Numbers from 0 to `mostLevel`; of rows longer than 4096 fewer, where they have 16 bits. */
  readonly mostLevel: number
  readonly roundRows: RoundRows
  readonly multiplyRounded: MultiplyRounded
  /** What it was made of. */
  readonly module: Uint8Array<ArrayBuffer>
}

/** Modules of kernels: with relaxed SIMD, and with that of 2021. */
export interface KernelModules {
  readonly relaxed: Uint8Array<ArrayBuffer>
  readonly simd: Uint8Array<ArrayBuffer>
}

/** How products of bytes are added: by one instruction for four of them, or by three. */
export type ProductForm = 'one instruction' | 'three instructions'

/**
 * Tells a processor by four products of -128 and a byte of 255, which each has its own way with: `pmaddubsw` adds pairs in 16
 * bits and stops at -32768, so that they come to -65536; `vpdpbusd` gives -130560, and `sdot`, to which the byte is -1, 512.
 * The first has no one instruction for it.
 */
const formHere = ({ probeProducts }: RelaxedModule): ProductForm =>
  probeProducts(-128, -1) === -65536 ? 'three instructions' : 'one instruction'

/** The number by which the kernel knows a GELU. */
export const geluKind: Readonly<Record<Gelu, number>> = { quick: 0, erf: 1, tanh: 2 }

/** The one place where a module's exports get their types; the kernels' tests call every one of them. */
const open = (bytes: Uint8Array<ArrayBuffer>): unknown =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports

const byWords = (module: SimdModule, bytes: Uint8Array<ArrayBuffer>): TransformerKernel => ({
  ...{ ...module, precision: 'int16', rowBytes: 2, mostLevel: 4095, module: bytes },
  ...{ roundRows: module.toWords, multiplyRounded: module.multiplyWords },
})

const byBytes = (
  module: RelaxedModule,
  bytes: Uint8Array<ArrayBuffer>,
  form = formHere(module),
): TransformerKernel => ({
  ...{ ...module, precision: 'int8', rowBytes: 1, mostLevel: 127, module: bytes },
  roundRows: module.toBytes,
  multiplyRounded: form === 'one instruction' ? module.multiplyBytesInOne : module.multiplyBytesInThree,
})

/**
 * What rows are rounded to here where that is wanted: 16 bits where this browser has no relaxed SIMD (Chrome before 114, Firefox
 * before 146, Safari before 27.3).
 */
export const precisionHere = (
  { relaxed }: Pick<KernelModules, 'relaxed'>,
  wanted: OwnPrecision,
): OwnPrecision => (WebAssembly.validate(relaxed) ? wanted : 'int16')

/**
 * Makes an instance with a memory of its own.
 * @param form of products of bytes; what the processor has where it is left out
 * @returns undefined where this browser has no SIMD at all
 */
export const openTransformerKernel = (
  modules: KernelModules,
  wanted: OwnPrecision = 'int8',
  form?: ProductForm,
): TransformerKernel | undefined => {
  if (typeof WebAssembly === 'undefined') return undefined
  const { relaxed, simd } = modules
  if (WebAssembly.validate(relaxed)) {
    const module = open(relaxed) as RelaxedModule
    return wanted === 'int8' ? byBytes(module, relaxed, form) : byWords(module, relaxed)
  }
  return WebAssembly.validate(simd) ? byWords(open(simd) as SimdModule, simd) : undefined
}
