import { DATA_TYPES, type OnnxNode, type OnnxValue, writeOnnx } from '../../core/model/onnx/onnx-writer'
import {
  createTransformerWriter,
  EMBEDDING,
  HEADS,
  LAYERS,
  LENGTH,
  type TransformerShape,
} from './transformer-parts'

/** How a small text transformer with random weights is written. */
export interface TextShape extends Pick<
  TransformerShape,
  'weights' | 'heads' | 'scaled' | 'activation' | 'plainNorms'
> {
  /** What keeps a token from those behind it. `fed` has what is fed to hide padding besides. */
  readonly mask: 'constant' | 'computed' | 'put in place' | 'fed' | 'none'
  readonly positions: 'sliced' | 'gathered' | 'fed'
  /** Which token's row the embedding is of. */
  readonly end: 'largest' | 'id' | 'last'
  /** By which op that row is taken, and whether all are normed before. */
  readonly taken: 'flat' | 'by places'
  readonly normsAll: boolean
}

/** As CLIP's is written for transformers.js. */
export const CLIP_TEXT: TextShape = {
  ...{ weights: 'fp32', heads: 'apart', scaled: 'queries', activation: 'quick', plainNorms: true },
  ...{ mask: 'computed', positions: 'gathered', end: 'largest', taken: 'flat', normsAll: true },
}

/** Tokens that it knows, the most in a text, and which one ends a text. */
export const [VOCABULARY, LONGEST, END_TOKEN] = [100, 16, 99]

/** As good as nothing, also in half precision. */
const HIDDEN = -10_000

/** Writes the file of a small text transformer in CLIP's shape, as exporters of the hub do. */
export const writeTextTransformer = (shape: TextShape): Uint8Array<ArrayBuffer> => {
  const { nodes, initializers, isHalf, run, list, constant, weight, scalar, project, norm, attend, think } =
    createTransformerWriter({ ...shape, pooling: 'class-token' })
  const whole = (value: number): string => {
    const name = `whole_${initializers.length}`
    initializers.push({ name, dims: [], values: BigInt64Array.of(BigInt(value)) })
    return name
  }
  const float = { to: isHalf ? DATA_TYPES.float16 : DATA_TYPES.float32 }
  const count = run('Slice', [run('Shape', ['input_ids']), list(1), list(2)])

  /** Rows of a table. As ONNX Runtime's own tool writes it: whole numbers, made numbers once they are taken. */
  const rowsOf = (ids: string, rows: number, size: number): string => {
    if (shape.weights !== 'q8') return run('Gather', [weight(size, rows, LENGTH), ids], { axis: 0 })
    const name = `table_${initializers.length}`
    const bytes = Uint8Array.from({ length: rows * LENGTH }, (_, i) => (i * 37 + ((i * i) % 101)) % 256)
    initializers.push({ name, dims: [rows, LENGTH], values: bytes })
    initializers.push({ name: `${name}_zero`, dims: [], values: Uint8Array.of(128) })
    const taken = run('Gather', [name, ids], { axis: 0 })
    return run('DequantizeLinear', [taken, scalar(size / 128), `${name}_zero`])
  }

  const places = (): string => {
    const name = `places_${initializers.length}`
    const values = BigInt64Array.from({ length: LONGEST }, (_, i) => BigInt(i))
    initializers.push({ name, dims: [1, LONGEST], values })
    return run('Slice', [name, list(0), count, list(1)])
  }
  const positions = {
    sliced: () => run('Slice', [weight(0.5, 1, LONGEST, LENGTH), list(0), count, list(1)]),
    gathered: () => rowsOf(places(), LONGEST, 0.5),
    fed: () => rowsOf('position_ids', LONGEST, 0.5),
  }
  let features = run('Add', [rowsOf('input_ids', VOCABULARY, 1), positions[shape.positions]()])

  const square = run('Concat', [count, count], { axis: 0 })
  const computed = () => run('Trilu', [run('Expand', [scalar(HIDDEN), square]), whole(1)], { upper: 1 })
  const hidden = (): string => {
    if (shape.mask === 'constant') {
      const above = Float32Array.from({ length: LONGEST ** 2 }, (_, i) =>
        i % LONGEST > Math.floor(i / LONGEST) ? HIDDEN : 0,
      )
      const all = constant([LONGEST, LONGEST], above)
      return run('Slice', [run('Slice', [all, list(0), count, list(0)]), list(0), count, list(1)])
    }
    if (shape.mask !== 'fed') return computed()
    const seen = run('Unsqueeze', [run('Cast', ['attention_mask'], float), list(1, 2)])
    return run('Add', [computed(), run('Mul', [run('Sub', [scalar(1), seen]), scalar(HIDDEN)])])
  }
  const mask = (scores: string): string => {
    if (shape.mask === 'none') return scores
    if (shape.mask === 'put in place') {
      const across = places()
      const down = run('Transpose', [across], { perm: [1, 0] })
      return run('Where', [run('LessOrEqual', [across, down]), scores, scalar(HIDDEN)])
    }
    if (shape.heads === 'apart') return run('Add', [scores, hidden()])
    // Older exporters take heads apart for the mask alone.
    const apart = run('Reshape', [scores, run('Concat', [list(-1, HEADS), square], { axis: 0 })])
    const masked = run('Add', [apart, hidden()])
    return run('Reshape', [masked, run('Concat', [list(-1), square], { axis: 0 })])
  }
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const normed = norm(features)
    features = think(run('Add', [features, attend(normed, normed, mask)]))
  }

  const argMax = (ids: string) => run('ArgMax', [ids], { axis: 1, keepdims: 0 })
  const end = {
    largest: () => argMax('input_ids'),
    id: () => argMax(run('Cast', [run('Equal', ['input_ids', whole(END_TOKEN)])], { to: DATA_TYPES.int32 })),
    last: () => run('Sub', [run('Squeeze', [count]), whole(1)]),
  }
  const texts = run('Squeeze', [run('Slice', [run('Shape', ['input_ids']), list(0), list(1)])])
  const taken = (rows: string): string => {
    const at = end[shape.end]()
    if (shape.end === 'last') return run('Gather', [rows, at], { axis: 1 })
    const text = run('Range', [whole(0), texts, whole(1)])
    if (shape.taken === 'flat') {
      const flat = run('Reshape', [rows, list(-1, LENGTH)])
      const places = run('Add', [at, run('Mul', [text, run('Squeeze', [count])])])
      return run('Gather', [flat, places], { axis: 0 })
    }
    const pairs = [text, at].map((value) => run('Unsqueeze', [value, list(1)]))
    return run('GatherND', [rows, run('Concat', pairs, { axis: 1 })])
  }
  const row = shape.normsAll ? taken(norm(features)) : norm(taken(features), 1)
  const embedding = project(row, LENGTH, EMBEDDING, false)
  const output: OnnxNode = {
    op: 'Cast',
    inputs: [embedding],
    outputs: ['text_embeds'],
    attributes: { to: DATA_TYPES.float32 },
  }
  const fed = [
    'input_ids',
    ...(shape.mask === 'fed' ? ['attention_mask'] : []),
    ...(shape.positions === 'fed' ? ['position_ids'] : []),
  ]
  return writeOnnx({
    name: 'text_transformer',
    inputs: fed.map((name): OnnxValue => ({ name, type: 'int64', dims: ['texts', 'tokens'] })),
    outputs: [{ name: 'text_embeds', type: 'float32', dims: ['texts', EMBEDDING] }],
    initializers,
    nodes: [...nodes, output],
  })
}
