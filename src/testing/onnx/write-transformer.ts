import {
  DATA_TYPES,
  type OnnxGraph,
  type OnnxInitializer,
  type OnnxNode,
  writeOnnx,
} from '../../core/model/onnx/onnx-writer'

/** How a small transformer with random weights is written. */
export interface TransformerShape {
  readonly weights: 'fp32' | 'fp16' | 'q8'
  /** Whether heads lie in an axis of their own, or with the pictures in one, as older exporters write them. */
  readonly heads: 'apart' | 'together'
  /** What is scaled before queries meet keys. */
  readonly scaled: 'queries' | 'both' | 'scores'
  /** Whether the embedding is of a class token, or of a head that looks at all tokens once more, as SigLIP's. */
  readonly pooling: 'class-token' | 'attention'
  /** What stands between the two matrices of a block. */
  readonly activation?: 'relu' | 'quick' | 'erf' | 'tanh'
  /** Whether rows are normed before the first block, as CLIP's are. */
  readonly normsFirst?: boolean
  /** Whether norms are made of plain ops, as by exporters before opset 17. */
  readonly plainNorms?: boolean
  /** Whether the last norm comes before the class token is taken. */
  readonly normsAll?: boolean
}

const [LENGTH, HEADS, LAYERS, EMBEDDING] = [32, 4, 2, 24]
const OF_HEAD = LENGTH / HEADS
/** Of the pictures that it takes, and of its patches, in pixels. */
export const SIDE = 32
const PATCH = 8
/** Patches along each side. */
export const GRID = SIDE / PATCH
const TOKENS = GRID * GRID

/** Numbers about zero, the same for the same seed. */
const noise = (seed: number, count: number, size: number): Float32Array => {
  let state = seed * 2_654_435_761 + 1
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 2 ** 31 - 1) * size
  })
}

/** Writes the file of a small vision transformer in CLIP's or SigLIP's shape, as exporters of the hub do. */
export const writeTransformer = (shape: TransformerShape): Uint8Array<ArrayBuffer> => {
  const nodes: OnnxNode[] = []
  const initializers: OnnxInitializer[] = []
  let count = 0
  const isHalf = shape.weights === 'fp16'

  const run = (op: string, inputs: readonly string[], attributes: OnnxNode['attributes'] = {}): string => {
    count += 1
    const output = `/${op}_${count}_output_0`
    nodes.push({ op, inputs, outputs: [output], attributes })
    return output
  }
  const list = (...values: readonly number[]): string => {
    count += 1
    const name = `list_${count}`
    initializers.push({ name, dims: [values.length], values: BigInt64Array.from(values, BigInt) })
    return name
  }
  const constant = (dims: readonly number[], values: Float32Array): string => {
    count += 1
    const name = `weight_${count}`
    initializers.push({ name, dims, values })
    return isHalf ? run('Cast', [name], { to: DATA_TYPES.float16 }) : name
  }
  const weight = (size: number, ...dims: readonly number[]) => {
    const length = dims.reduce((product, one) => product * one, 1)
    return constant(dims, noise(count + 1, length, size))
  }
  const scalar = (value: number) => constant([], Float32Array.of(value))

  /** As ONNX Runtime quantises dynamically: rows to eight bits at each run, weights once. */
  const project = (value: string, inside: number, outside: number, bias = true): string => {
    const add = (product: string) => (bias ? run('Add', [weight(0.1, outside), product]) : product)
    if (shape.weights !== 'q8') return add(run('MatMul', [value, weight(0.3, inside, outside)]))
    count += 1
    const [name, zero] = [`quantized_${count}`, `zero_${count}`]
    const bytes = Uint8Array.from(noise(count, inside * outside, 100), (number) => number + 128)
    initializers.push({ name, dims: [inside, outside], values: bytes })
    initializers.push({ name: zero, dims: [], values: Uint8Array.of(128) })
    const rounded = [`${name}_rows`, `${name}_scale`, `${name}_zero`]
    nodes.push({ op: 'DynamicQuantizeLinear', inputs: [value], outputs: rounded })
    const [rows = '', rowScale = '', rowZero = ''] = rounded
    const product = run('MatMulInteger', [rows, name, rowZero, zero])
    const scale = run('Mul', [rowScale, scalar(0.003)])
    return add(run('Mul', [run('Cast', [product], { to: DATA_TYPES.float32 }), scale]))
  }
  /** @param axis the last one: the writer has no numbers below 0. */
  const norm = (value: string, axis = 2) => {
    if (shape.plainNorms !== true)
      return run('LayerNormalization', [value, weight(1, LENGTH), weight(0.1, LENGTH)])
    const mean = (of: string) => run('ReduceMean', [of], { axes: [axis] })
    const off = run('Sub', [value, mean(value)])
    const spread = run('Sqrt', [run('Add', [mean(run('Pow', [off, scalar(2)])), scalar(1e-5)])])
    return run('Add', [run('Mul', [run('Div', [off, spread]), weight(1, LENGTH)]), weight(0.1, LENGTH)])
  }
  const activate = (value: string): string => {
    const half = () => run('Mul', [value, scalar(0.5)])
    switch (shape.activation ?? 'relu') {
      case 'relu':
        return run('Relu', [value])
      case 'quick':
        return run('Mul', [value, run('Sigmoid', [run('Mul', [value, scalar(1.702)])])])
      case 'erf':
        return run('Mul', [
          half(),
          run('Add', [run('Erf', [run('Div', [value, scalar(Math.SQRT2)])]), scalar(1)]),
        ])
      case 'tanh': {
        const cube = run('Mul', [run('Pow', [value, scalar(3)]), scalar(0.044715)])
        const inner = run('Mul', [run('Add', [value, cube]), scalar(Math.sqrt(2 / Math.PI))])
        return run('Mul', [half(), run('Add', [run('Tanh', [inner]), scalar(1)])])
      }
    }
  }

  const split = (value: string, perm: readonly number[]): string => {
    const heads = run('Reshape', [value, list(0, -1, HEADS, OF_HEAD)])
    if (shape.heads === 'apart') return run('Transpose', [heads], { perm })
    const together = run('Reshape', [
      run('Transpose', [heads], { perm: [0, 2, 1, 3] }),
      run('Concat', [list(-1), run('Slice', [run('Shape', [heads]), list(1), list(2)]), list(OF_HEAD)], {
        axis: 0,
      }),
    ])
    return perm[3] === 1 ? run('Transpose', [together], { perm: [0, 2, 1] }) : together
  }
  const scale = OF_HEAD ** (shape.scaled === 'both' ? -0.25 : -0.5)

  const attend = (asking: string, asked: string): string => {
    const [queries, keys, values] = [asking, asked, asked].map((value) => project(value, LENGTH, LENGTH))
    const isScaled = shape.scaled !== 'scores'
    const scaledQueries = isScaled ? run('Mul', [queries ?? '', scalar(scale)]) : (queries ?? '')
    const turned = split(keys ?? '', [0, 2, 3, 1])
    const second = shape.scaled === 'both' ? run('Mul', [turned, scalar(scale)]) : turned
    const product = run('MatMul', [split(scaledQueries, [0, 2, 1, 3]), second])
    const scores = isScaled ? product : run('Div', [product, scalar(1 / scale)])
    const mixed = run('MatMul', [run('Softmax', [scores]), split(values ?? '', [0, 2, 1, 3])])
    const apart =
      shape.heads === 'apart'
        ? mixed
        : run('Reshape', [
            mixed,
            run('Concat', [list(-1, HEADS), run('Slice', [run('Shape', [mixed]), list(1), list(3)])], {
              axis: 0,
            }),
          ])
    const joined = run('Reshape', [run('Transpose', [apart], { perm: [0, 2, 1, 3] }), list(0, -1, LENGTH)])
    return project(joined, LENGTH, LENGTH)
  }
  const think = (value: string) =>
    run('Add', [value, project(activate(project(norm(value), LENGTH, 2 * LENGTH)), 2 * LENGTH, LENGTH)])

  const pixels = isHalf ? run('Cast', ['pixel_values'], { to: DATA_TYPES.float16 }) : 'pixel_values'
  const patches = run('Conv', [pixels, weight(0.1, LENGTH, 3, PATCH, PATCH)], {
    ...{ kernel_shape: [PATCH, PATCH], strides: [PATCH, PATCH] },
  })
  const tokens = run('Transpose', [run('Reshape', [patches, list(0, 0, -1)])], { perm: [0, 2, 1] })
  const pictures = run('Slice', [run('Shape', [tokens]), list(0), list(1)])
  const repeated = (token: string) =>
    run('Expand', [token, run('Concat', [pictures, list(1, LENGTH)], { axis: 0 })])
  const hasClass = shape.pooling === 'class-token'
  const all = hasClass ? run('Concat', [repeated(weight(1, 1, 1, LENGTH)), tokens], { axis: 1 }) : tokens
  let features = run('Add', [all, weight(0.5, 1, TOKENS + (hasClass ? 1 : 0), LENGTH)])
  if (shape.normsFirst === true) features = norm(features)
  for (let layer = 0; layer < LAYERS; layer += 1)
    features = think(
      run('Add', [
        features,
        (() => {
          const normed = norm(features)
          return attend(normed, normed)
        })(),
      ]),
    )

  initializers.push({ name: 'first', dims: [], values: BigInt64Array.of(0n) })
  const first = (value: string) => run('Gather', [value, 'first'], { axis: 1 })
  const last = norm(features)
  const pooled = hasClass
    ? shape.normsAll
      ? first(last)
      : norm(first(features), 1)
    : first(think(attend(repeated(weight(1, 1, 1, LENGTH)), last)))
  const embedding = hasClass ? project(pooled, LENGTH, EMBEDDING, false) : pooled
  const output = hasClass ? 'image_embeds' : 'pooler_output'
  nodes.push({ op: 'Cast', inputs: [embedding], outputs: [output], attributes: { to: DATA_TYPES.float32 } })
  const graph: OnnxGraph = {
    name: 'transformer',
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, SIDE, SIDE] }],
    outputs: [
      { name: 'last_hidden_state', type: 'float32', dims: ['batch', 'tokens', LENGTH] },
      { name: output, type: 'float32', dims: ['batch', 'length'] },
    ],
    initializers,
    nodes: [
      ...nodes,
      { op: 'Cast', inputs: [last], outputs: ['last_hidden_state'], attributes: { to: DATA_TYPES.float32 } },
    ],
  }
  return writeOnnx(graph)
}
