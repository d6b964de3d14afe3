/** A matrix that rows are multiplied by, with what is added to each product. */
export interface Linear {
  readonly inputs: number
  readonly outputs: number
  /** `inputs` rows of `outputs` numbers. */
  readonly weight: Float32Array
  /** One for each output. */
  readonly bias: Float32Array
}

/** A layer normalisation: one number for each of a row's. */
export interface Norm {
  readonly weight: Float32Array
  readonly bias: Float32Array
}

/** Which GELU: `x * sigmoid(1.702 x)`, by the error function, or by tanh. */
export type Gelu = 'quick' | 'erf' | 'tanh'

/** One block: attention, then two matrices with a GELU between, each added to what went in. */
export interface Block {
  readonly attentionNorm: Norm
  /** Queries, keys and values side by side: `3 * width` outputs. */
  readonly queriesKeysValues: Linear
  readonly attentionOut: Linear
  readonly mixNorm: Norm
  readonly widen: Linear
  readonly narrow: Linear
}

/** The transformer of a CLIP tower, whatever its rows were made of. */
export interface Tower {
  /** Numbers of a row, a multiple of 16. */
  readonly width: number
  /** Each takes `width / heads` numbers of a row, a multiple of 8. */
  readonly heads: number
  readonly gelu: Gelu
  /** Added to the variance of every norm. */
  readonly epsilon: number
  /** Whether a row sees those before it alone, as in a text tower. */
  readonly causal: boolean
  /** Before the first block; `null` where there is none, as in a text tower. */
  readonly firstNorm: Norm | null
  /** In the order of running. */
  readonly blocks: readonly Block[]
  readonly lastNorm: Norm
  /** From the last norm to the embedding; without a bias in every CLIP. */
  readonly projection: Linear
}

/**
 * A block whose weights are read when they are asked for, so that no more than one is in memory beside what is made of it. Each is
 * the taker's own.
 */
export type ComingBlock = { readonly [Part in keyof Block]: () => Promise<Block[Part]> }

/** A tower whose blocks come one weight after the other. */
export interface ComingTower extends Omit<Tower, 'blocks'> {
  readonly blocks: readonly ComingBlock[]
}

const copyOf = (linear: Linear) => () => Promise.resolve({ ...linear, weight: linear.weight.slice() })

/** A tower that is in memory, as one that comes. */
export const asComing = (tower: Tower): ComingTower => ({
  ...tower,
  blocks: tower.blocks.map((block) => ({
    attentionNorm: () => Promise.resolve(block.attentionNorm),
    queriesKeysValues: copyOf(block.queriesKeysValues),
    attentionOut: copyOf(block.attentionOut),
    mixNorm: () => Promise.resolve(block.mixNorm),
    widen: copyOf(block.widen),
    narrow: copyOf(block.narrow),
  })),
})
