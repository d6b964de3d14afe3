import type { Dtype } from './runtime'

/** Which code runs towers on the CPU. */
export type Executor = 'onnx-runtime' | 'own'

/** Why a tower that our own kernels were asked for runs on ONNX Runtime. */
export type OwnRefusal =
  /** This browser lacks the instructions: Chrome before 114, Firefox before 146. */
  | 'no relaxed SIMD'
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
  /** Its numbers are not near enough to ONNX Runtime's. */
  | 'too far'

/** What runs a tower, where our own kernels were asked for. */
export type ExecutorFacts =
  /**
   * `distance` is the largest cosine distance to ONNX Runtime on the canned pictures or prompts; `null` where they were compared at an
   * earlier visit, and give what they gave then.
   */
  | { readonly kind: 'own'; readonly distance: number | null }
  | { readonly kind: 'onnx-runtime'; readonly refused: OwnRefusal; readonly distance: number | null }

/** What records say of pictures that our own kernels have seen: bytes of 7 bits times bytes of 8, whatever the file has. */
export interface OwnRun {
  readonly executor: 'own'
  readonly precision: 'int8'
}

/** What is added to a model's precision and device in whatever leaves the app; nothing where ONNX Runtime runs it. */
export const ownRunOf = ({ executor }: { readonly executor?: ExecutorFacts }): Partial<OwnRun> =>
  executor?.kind === 'own' ? { executor: 'own', precision: 'int8' } : {}

/**
 * Largest cosine distance to ONNX Runtime at which our own kernels are taken. q8 files themselves are up to .06 from fp32 on
 * photographs, at a median of .0034.
 */
export const OWN_LIMIT = 0.005

/** Ends the key of a model on our own kernels: others may round otherwise, and are compared again. */
export const OWN_KEY = 'own 2'

/** Names what our own kernels made of the canned prompts, by a model and the precision of its text tower. */
export const ownTextKey = (source: string, revision: string, dtype: Dtype): string =>
  [source, revision, `text ${dtype}`, OWN_KEY].join('|')
