import type { GraphFlow } from '../onnx/graft/graph-flow'
import type { GraphNode } from '../onnx/onnx-graph'
import type { Gelu } from './tower'

/** Where a matrix lies in a graph, by names of constants. */
export interface LinearPlace {
  readonly weight: string
  /** Of whole numbers what they are multiplied by, and which of them is 0. */
  readonly quantised: { readonly scale: string; readonly zero: string | null } | null
  /** Whether its rows are outputs. */
  readonly turned: boolean
  readonly bias: string | null
}

export interface NormPlace {
  readonly weight: string
  readonly bias: string
  /** `null` where it is ONNX's own, which has a default. */
  readonly epsilon: string | null
}

/** Attention, by where its three matrices lie. */
export interface AttentionPlace {
  /** Of queries, keys and values. */
  readonly products: readonly LinearPlace[]
  /** Whether scores are masked before they become shares. */
  readonly isMasked: boolean
}

/** A part of a graph, with the value that it takes. */
export interface Matched<Place> {
  readonly input: string
  readonly place: Place
}

/** Ops that hand on the numbers that they take. */
const SAME: ReadonlySet<string> = new Set(['Identity', 'Cast', 'Dropout'])

/** Ops that lay numbers out otherwise, and change none. */
const LAID_OUT: ReadonlySet<string> = new Set([
  ...SAME,
  ...[
    'Reshape',
    'Transpose',
    'Unsqueeze',
    'Squeeze',
    'Flatten',
    'Split',
    'Slice',
    'Gather',
    'Expand',
    'Concat',
  ],
])

/** Reads parts of a transformer backwards, from the value that they make. Names mean nothing: only what flows where does. */
export const createPartMatcher = (flow: GraphFlow) => {
  /** The value itself behind what only hands it on, and the node that makes it. */
  const source = (
    value: string,
    through = SAME,
  ): { readonly value: string; readonly node: GraphNode | null } => {
    let at = value
    for (let node = flow.producer(at); ; node = flow.producer(at)) {
      if (!node) return { value: at, node: null }
      const [from, ...others] = node.inputs.filter((input) => flow.isFed(input))
      if (!through.has(node.op) || from === undefined || others.length > 0) return { value: at, node }
      at = from
    }
  }

  /** The fed and the constant input of an op of two. */
  const sides = ({ inputs: [a = '', b = ''] }: GraphNode) =>
    flow.isFed(a)
      ? flow.isFed(b)
        ? null
        : { fed: a, constant: b }
      : flow.isFed(b)
        ? { fed: b, constant: a }
        : null

  const product = (value: string): Matched<LinearPlace> | null => {
    const { node } = source(value)
    const [a = '', b = '', c] = node?.inputs ?? []
    if (node?.op === 'MatMul' && !flow.isFed(b))
      return { input: a, place: { weight: b, quantised: null, turned: false, bias: null } }
    if (node?.op === 'Gemm' && !flow.isFed(b)) {
      const turned = node.attributes.get('transB')?.integers[0] === 1
      return { input: a, place: { weight: b, quantised: null, turned, bias: c ?? null } }
    }
    // Numbers of 8 bits, as ONNX Runtime's own tool makes them: whole products, times both scales.
    if (node?.op !== 'Mul') return null
    for (const [whole, scales] of [
      [a, b],
      [b, a],
    ] as const) {
      const integer = source(whole).node
      const [numbers = '', weight = '', , zero] = integer?.inputs ?? []
      const quantiser = integer?.op === 'MatMulInteger' ? flow.producer(numbers) : undefined
      const scale = source(scales).node
      const constant = scale?.op === 'Mul' ? sides(scale)?.constant : undefined
      const [input] = quantiser?.inputs ?? []
      if (quantiser?.op !== 'DynamicQuantizeLinear' || constant === undefined || input === undefined) continue
      const quantised = { scale: constant, zero: zero ?? null }
      return { input, place: { weight, quantised, turned: false, bias: null } }
    }
    return null
  }

  /** Rows times a matrix, with or without a bias. */
  const linear = (value: string): Matched<LinearPlace> | null => {
    const { node } = source(value)
    const both = node?.op === 'Add' ? sides(node) : null
    if (!both) return product(value)
    const found = product(both.fed)
    return found && { ...found, place: { ...found.place, bias: both.constant } }
  }

  /** A layer normalisation, as one op or as those that it is made of. */
  const norm = (value: string): Matched<NormPlace> | null => {
    const { node } = source(value)
    const [input = '', weight = '', bias = ''] = node?.inputs ?? []
    if (node?.op === 'LayerNormalization') return { input, place: { weight, bias, epsilon: null } }
    const added = node?.op === 'Add' ? sides(node) : null
    const scaled = added && source(added.fed).node
    const factors = scaled?.op === 'Mul' ? sides(scaled) : null
    const over = factors && source(factors.fed).node
    const [off = '', spread = ''] = over?.op === 'Div' ? over.inputs : []
    const from = source(off).node
    const root = source(spread).node
    const variance = root?.op === 'Sqrt' ? source(root.inputs[0] ?? '').node : null
    const epsilon = variance?.op === 'Add' ? sides(variance)?.constant : undefined
    if (!added || !factors || from?.op !== 'Sub' || epsilon === undefined) return null
    return { input: from.inputs[0] ?? '', place: { weight: factors.constant, bias: added.constant, epsilon } }
  }

  /** A GELU, whichever ops it is made of: what they all come from, and what its kind shows by. */
  const gelu = (value: string): { readonly input: string; readonly kind: Gelu } | null => {
    const made = new Set(['Mul', 'Add', 'Sub', 'Div', 'Pow', 'Erf', 'Tanh', 'Sigmoid', 'Gelu', ...SAME])
    const ops = new Set<string>()
    const ends = new Set<string>()
    const visit = (at: string): void => {
      const node = flow.producer(at)
      if (!flow.isFed(at)) return
      if (!node || linear(at) || !made.has(node.op)) ends.add(at)
      else {
        ops.add(node.op)
        node.inputs.forEach(visit)
      }
    }
    visit(value)
    const [input, ...others] = ends
    if (input === undefined || others.length > 0) return null
    if (ops.has('Erf') || ops.has('Gelu')) return { input, kind: 'erf' }
    if (ops.has('Tanh')) return { input, kind: 'tanh' }
    return ops.has('Sigmoid') ? { input, kind: 'quick' } : null
  }

  /** What a value is laid out from: matrices' products, each once and in the order in which they are come upon. */
  const productsBefore = (value: string): readonly (Matched<LinearPlace> & { readonly value: string })[] => {
    const found = new Map<string, Matched<LinearPlace>>()
    const passed = new Set([...LAID_OUT, 'Mul', 'Div', 'Sqrt'])
    const visit = (at: string): void => {
      const own = flow.isFed(at) ? linear(at) : null
      if (own) found.set(at, own)
      else if (passed.has(flow.producer(at)?.op ?? '')) flow.producer(at)?.inputs.forEach(visit)
    }
    visit(value)
    return [...found].map(([at, own]) => ({ ...own, value: at }))
  }

  /**
   * The product of queries and keys behind the scores, and whether something is masked on the way: added, or put in their
   * place. Which of them is masked does not show here, since exporters compute it from shapes.
   */
  const scoresBehind = (
    value: string,
  ): { readonly product: GraphNode; readonly isMasked: boolean } | null => {
    const { node } = source(value, new Set([...LAID_OUT, 'Mul', 'Div']))
    if (node?.op === 'MatMul') return { product: node, isMasked: false }
    if (node?.op !== 'Add' && node?.op !== 'Where') return null
    for (const input of node.inputs) {
      const found = flow.isFed(input) ? scoresBehind(input) : null
      if (found) return { ...found, isMasked: true }
    }
    return null
  }

  /** What makes shares of scores; newer exporters put a number in place of what is none. */
  const sharesBehind = (value: string): GraphNode | undefined => {
    const { node } = source(value)
    const made = node?.op === 'Where' ? node.inputs.map((input) => source(input).node) : [node]
    return made.find((each) => each?.op === 'Softmax') ?? undefined
  }

  /** Attention over three products of one value. */
  const attention = (value: string): Matched<AttentionPlace> | null => {
    const mixed = source(value, LAID_OUT).node
    const [shares = '', values = ''] = mixed?.op === 'MatMul' ? mixed.inputs : []
    const scores = scoresBehind(sharesBehind(shares)?.inputs[0] ?? '')
    const [queries = '', keys = ''] = scores?.product.inputs ?? []
    const parts = [queries, keys, values].map(productsBefore)
    const places = parts.flatMap((part) => (part.length === 1 ? part : []))
    const [first] = places
    if (
      !scores ||
      !first ||
      // One product for all three is another shape.
      new Set(places.map((place) => place.value)).size !== 3 ||
      places.some(({ input }) => source(input).value !== source(first.input).value)
    )
      return null
    const place = { products: places.map((each) => each.place), isMasked: scores.isMasked }
    return { input: first.input, place }
  }

  return { source, sides, linear, norm, gelu, attention }
}

export type PartMatcher = ReturnType<typeof createPartMatcher>
