import { DATA_TYPES, type OnnxInitializer, type OnnxNode } from '../../core/model/onnx/onnx-writer'
import { normals } from '../clouds'

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
  /** Numbers of a row, a multiple of 32; {@link LENGTH} where it is absent. */
  readonly width?: number
  /** Blocks; {@link LAYERS} where it is absent. */
  readonly layers?: number
  /** Pixels of a side of the pictures, a multiple of 8; 32 where it is absent. */
  readonly side?: number
  /**
   * Whether columns of a matrix differ in size, log-normal by a half, and norms make one number in 32 eight times as large, somewhat
   * as in trained networks. How much is a choice.
   */
  readonly uneven?: boolean
}

/** As CLIP's vision tower is written for transformers.js. */
export const CLIP_VISION: TransformerShape = {
  ...{ weights: 'fp32', heads: 'apart', scaled: 'queries', pooling: 'class-token' },
  ...{ activation: 'quick', normsFirst: true, plainNorms: true },
}

export const [LENGTH, HEADS, LAYERS, EMBEDDING] = [32, 4, 2, 24]

/** Numbers about zero, the same for the same seed. */
const noise = (seed: number, count: number, size: number): Float32Array => {
  let state = seed * 2_654_435_761 + 1
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 2 ** 31 - 1) * size
  })
}

/** Writes the parts of a small transformer into one graph, as exporters of the hub do. */
export const createTransformerWriter = (shape: TransformerShape) => {
  const nodes: OnnxNode[] = []
  const initializers: OnnxInitializer[] = []
  let count = 0
  const { width = LENGTH, uneven = false } = shape
  const ofHead = width / HEADS
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
  /** What leaves is as large as what enters, whatever the width. */
  const matrix = (inside: number, outside: number): string => {
    const values = noise(count + 1, inside * outside, 0.3 * Math.sqrt(LENGTH / width))
    if (!uneven) return constant([inside, outside], values)
    const normal = normals(count + 1)
    const sizes = Array.from({ length: outside }, () => Math.exp(normal() / 2))
    return constant(
      [inside, outside],
      values.map((value, i) => value * (sizes[i % outside] ?? 1)),
    )
  }
  const gains = () => {
    const values = noise(count + 1, width, 1)
    return constant([width], uneven ? values.map((gain, i) => (i % 32 === 5 ? 8 * gain : gain)) : values)
  }
  const scalar = (value: number) => constant([], Float32Array.of(value))

  /** As ONNX Runtime quantises dynamically: rows to eight bits at each run, weights once. */
  const project = (value: string, inside: number, outside: number, bias = true): string => {
    const add = (product: string) => (bias ? run('Add', [weight(0.1, outside), product]) : product)
    if (shape.weights !== 'q8') return add(run('MatMul', [value, matrix(inside, outside)]))
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
    if (shape.plainNorms !== true) return run('LayerNormalization', [value, gains(), weight(0.1, width)])
    const mean = (of: string) => run('ReduceMean', [of], { axes: [axis] })
    const off = run('Sub', [value, mean(value)])
    const spread = run('Sqrt', [run('Add', [mean(run('Pow', [off, scalar(2)])), scalar(1e-5)])])
    return run('Add', [run('Mul', [run('Div', [off, spread]), gains()]), weight(0.1, width)])
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
    const heads = run('Reshape', [value, list(0, -1, HEADS, ofHead)])
    if (shape.heads === 'apart') return run('Transpose', [heads], { perm })
    const together = run('Reshape', [
      run('Transpose', [heads], { perm: [0, 2, 1, 3] }),
      run('Concat', [list(-1), run('Slice', [run('Shape', [heads]), list(1), list(2)]), list(ofHead)], {
        axis: 0,
      }),
    ])
    return perm[3] === 1 ? run('Transpose', [together], { perm: [0, 2, 1] }) : together
  }
  const scale = ofHead ** (shape.scaled === 'both' ? -0.25 : -0.5)

  /** @param mask what is done to scores before they become shares. */
  const attend = (asking: string, asked: string, mask = (scores: string): string => scores): string => {
    const [queries, keys, values] = [asking, asked, asked].map((value) => project(value, width, width))
    const isScaled = shape.scaled !== 'scores'
    const scaledQueries = isScaled ? run('Mul', [queries ?? '', scalar(scale)]) : (queries ?? '')
    const turned = split(keys ?? '', [0, 2, 3, 1])
    const second = shape.scaled === 'both' ? run('Mul', [turned, scalar(scale)]) : turned
    const product = run('MatMul', [split(scaledQueries, [0, 2, 1, 3]), second])
    const scores = isScaled ? product : run('Div', [product, scalar(1 / scale)])
    const mixed = run('MatMul', [run('Softmax', [mask(scores)]), split(values ?? '', [0, 2, 1, 3])])
    const apart =
      shape.heads === 'apart'
        ? mixed
        : run('Reshape', [
            mixed,
            run('Concat', [list(-1, HEADS), run('Slice', [run('Shape', [mixed]), list(1), list(3)])], {
              axis: 0,
            }),
          ])
    const joined = run('Reshape', [run('Transpose', [apart], { perm: [0, 2, 1, 3] }), list(0, -1, width)])
    return project(joined, width, width)
  }
  const think = (value: string) =>
    run('Add', [value, project(activate(project(norm(value), width, 2 * width)), 2 * width, width)])

  return { nodes, initializers, isHalf, run, list, constant, weight, scalar, project, norm, attend, think }
}
