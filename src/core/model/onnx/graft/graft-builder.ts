import { type GraphNode, type OnnxStructure } from '../onnx-graph'
import { initializerField, nodeField } from '../onnx-writer'
import { fieldsOf } from '../protobuf'
import { concatenate, integerField, message, type Part, textField } from '../write-protobuf'

/** Begins every name that a graft adds. */
const PREFIX = 'taglens/'

/** Number of the graph in a model, of an output in a graph, and of names in a node. */
const [GRAPH, OUTPUT, NODE] = [7, 12, 1]
const NODE_NAMES: ReadonlySet<number> = new Set([1, 2, 3])

/** Collects what is added to a graph. */
export interface GraftBuilder {
  /** Adds a node and gives the name of its first output. `others` is how many it has besides. */
  add(
    op: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, number | readonly number[]>>,
    others?: number,
  ): string
  /** Adds a list of whole numbers. */
  list(values: readonly number[]): string
  /** Adds a node as it is in the graph, with other inputs, and gives its outputs' names. */
  copy(node: GraphNode, inputs: readonly string[]): readonly string[]
  /** All that was added, with `value` as an output of the graph by the name `output`, to be appended to the file. */
  finish(value: string, output: string, type: number): Uint8Array<ArrayBuffer>
}

/** Begins a graft. */
export const createGraftBuilder = ({ bytes }: OnnxStructure): GraftBuilder => {
  const parts: Part[] = []
  let count = 0
  const newName = () => {
    count += 1
    return `${PREFIX}${count}`
  }

  const add: GraftBuilder['add'] = (op, inputs, attributes = {}, others = 0) => {
    const [output, ...rest] = [newName(), ...Array.from({ length: others }, newName)]
    parts.push(nodeField({ op, inputs, outputs: [output, ...rest], attributes }))
    return output
  }

  return {
    add,
    list: (values) => {
      const name = newName()
      parts.push(
        initializerField({ name, dims: [values.length], values: BigInt64Array.from(values, BigInt) }),
      )
      return name
    },
    copy: (node, inputs) => {
      const outputs = node.outputs.map((value) => (value === '' ? '' : newName()))
      const rest: Part[] = []
      // Attributes may be of any kind: they are taken over as they are.
      for (const { number, at, end } of fieldsOf(bytes, node.field))
        if (!NODE_NAMES.has(number)) rest.push(bytes.subarray(at, end))
      const names = [
        ...inputs.map((name) => textField(1, name)),
        ...outputs.map((name) => textField(2, name)),
      ]
      parts.push(message(NODE, ...names, ...rest))
      return outputs
    },
    finish: (value, output, type) => {
      parts.push(nodeField({ op: 'Identity', inputs: [value], outputs: [output] }))
      parts.push(message(OUTPUT, textField(1, output), message(2, message(1, integerField(1, type)))))
      return concatenate([message(GRAPH, ...parts)])
    },
  }
}
