import type { Dtype } from './runtime'

/** Which code runs towers on the CPU: ONNX Runtime, our own kernels, or those where they round least. */
export type Executor = 'onnx-runtime' | 'own' | 'own-precise'

/**
 * How finely our own kernels round rows before they are multiplied: 7 bits of a byte, or 12 of 16, which takes about half as long
 * again and is what runs where a browser has no relaxed SIMD. Weights have 8 bits in both.
 */
export type OwnPrecision = 'int8' | 'int16'

/** What our own kernels are asked to round to; `null` where they are not asked for. */
export const wantedPrecision = (executor: Executor | undefined): OwnPrecision | null => {
  switch (executor) {
    case 'own':
      return 'int8'
    case 'own-precise':
      return 'int16'
    case 'onnx-runtime':
    case undefined:
      return null
  }
}

/** Why a tower that our own kernels were asked for runs on ONNX Runtime. */
export type OwnRefusal =
  /** This browser lacks the instructions, which all have had since 2023. */
  | 'no SIMD'
  /** On a graphics card. */
  | 'not on the CPU'
  /** What was looked for in the graph, and not found. */
  | 'projection'
  | 'last norm'
  | 'blocks'
  | 'rows'
  /** Of a text: what keeps a token from those behind it, and which row the embedding is of. */
  | 'mask'
  | 'end token'
  | 'weights'
  /** What they take beside what is there already. */
  | 'memory'
  /** Its numbers are not near enough to ONNX Runtime's. */
  | 'too far'

/** What runs a tower, where our own kernels were asked for. */
export type ExecutorFacts =
  /**
   * `distance` is the largest cosine distance to ONNX Runtime on the canned pictures or prompts; `null` where they were compared at an
   * earlier visit, and give what they gave then.
   */
  | { readonly kind: 'own'; readonly precision: OwnPrecision; readonly distance: number | null }
  | { readonly kind: 'onnx-runtime'; readonly refused: OwnRefusal; readonly distance: number | null }

/** What records say of pictures that our own kernels have seen: what they were rounded to, whatever the file has. */
export interface OwnRun {
  readonly executor: 'own'
  readonly precision: OwnPrecision
}

/** What is added to a model's precision and device in whatever leaves the app; nothing where ONNX Runtime runs it. */
export const ownRunOf = ({ executor }: { readonly executor?: ExecutorFacts }): Partial<OwnRun> =>
  executor?.kind === 'own' ? { executor: 'own', precision: executor.precision } : {}

/**
 * Largest cosine distance to ONNX Runtime at which our own kernels are taken. q8 files themselves are up to .06 from fp32 on
 * photographs, at a median of .0034.
 */
export const OWN_LIMIT = 0.005

/** Ends the key of a model on our own kernels: others may round otherwise, and are compared again. */
export const ownKey = (precision: OwnPrecision): string =>
  precision === 'int8' ? 'own 2' : `own 2 ${precision}`

/** Names what our own kernels made of the canned prompts, by a model and the precision of its text tower. */
export const ownTextKey = (source: string, revision: string, dtype: Dtype, precision: OwnPrecision): string =>
  [source, revision, `text ${dtype}`, ownKey(precision)].join('|')
