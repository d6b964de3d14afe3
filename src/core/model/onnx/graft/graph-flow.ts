import { type GraphNode, type OnnxStructure, tensorIntegers, tensorSize } from '../onnx-graph'

/** Who makes and takes what in a graph. */
export interface GraphFlow {
  readonly graph: OnnxStructure
  /** The node that makes a value; `undefined` for what is fed and for constants. */
  producer(value: string): GraphNode | undefined
  consumers(value: string): readonly GraphNode[]
  /** Whether the numbers of a value depend on what is fed, and not on its shape alone. */
  isFed(value: string): boolean
  /** All values that depend on some, these included. */
  after(values: readonly string[]): ReadonlySet<string>
  /** All values that one depends on, this included. */
  before(value: string): ReadonlySet<string>
  /** The whole numbers that a constant of 64 bits holds; none where it is no such constant. */
  integers(value: string): readonly number[]
  /** Whether a value that nothing is fed into is one number. What is computed from shapes is taken for one. */
  isScalar(value: string): boolean
}

/** Give the shape of what they take, so that no number of it comes through. */
const SHAPE_ONLY: ReadonlySet<string> = new Set(['Shape', 'Size'])

/** Reads who makes and takes what. */
export const flowOf = (graph: OnnxStructure): GraphFlow => {
  const producers = new Map<string, GraphNode>()
  const consumers = new Map<string, GraphNode[]>()
  for (const node of graph.nodes) {
    for (const value of node.outputs) producers.set(value, node)
    for (const value of new Set(node.inputs)) {
      const known = consumers.get(value)
      if (known) known.push(node)
      else consumers.set(value, [node])
    }
  }

  /** Nodes come after those that they take from, so that once through is enough. */
  const spread = (from: readonly string[], passes: (node: GraphNode) => boolean) => {
    const reached = new Set(from)
    for (const node of graph.nodes)
      if (passes(node) && node.inputs.some((value) => reached.has(value)))
        for (const value of node.outputs) reached.add(value)
    return reached
  }

  const fed = spread(graph.inputs, ({ op }) => !SHAPE_ONLY.has(op))
  const constantOf = (value: string) => {
    const node = producers.get(value)
    return (
      graph.initializers.get(value) ?? (node?.op === 'Constant' ? node.attributes.get('value')?.tensor : null)
    )
  }

  return {
    graph,
    producer: (value) => producers.get(value),
    consumers: (value) => consumers.get(value) ?? [],
    isFed: (value) => fed.has(value),
    after: (values) => spread(values, () => true),
    before: (value) => {
      const reached = new Set([value])
      for (const node of graph.nodes.toReversed())
        if (node.outputs.some((output) => reached.has(output)))
          for (const input of node.inputs) reached.add(input)
      return reached
    },
    integers: (value) => {
      const constant = constantOf(value)
      return constant ? tensorIntegers(graph.bytes, constant) : []
    },
    isScalar: (value) => {
      const constant = constantOf(value)
      return constant ? tensorSize(graph.bytes, constant) === 1 : !fed.has(value)
    },
  }
}
