import { DATA_TYPES, type OnnxGraph, type OnnxNode, type OnnxValue } from '../../core/model/onnx/onnx-writer'

/** The shapes that exporters give the same graph: what it takes and gives changes, what it answers does not. */
export type Adapt = (graph: OnnxGraph) => OnnxGraph

const change =
  (side: 'inputs' | 'outputs', name: string, to: Partial<OnnxValue>): Adapt =>
  (graph) => ({
    ...graph,
    [side]: graph[side].map((value) => (value.name === name ? { ...value, ...to } : value)),
  })

const cast = (from: string, to: string, type: OnnxValue['type']): OnnxNode => ({
  op: 'Cast',
  inputs: [from],
  outputs: [to],
  attributes: { to: DATA_TYPES[type] },
})

/** Lets nodes know a value by another name. */
const renameInNodes = (nodes: readonly OnnxNode[], from: string, to: string): readonly OnnxNode[] => {
  const renamed = (names: readonly string[]) => names.map((name) => (name === from ? to : name))
  return nodes.map((node) => ({ ...node, inputs: renamed(node.inputs), outputs: renamed(node.outputs) }))
}

/** Takes `name` as `type` and makes of it what the graph works with. */
export const taking =
  (name: string, type: OnnxValue['type']): Adapt =>
  (graph) => {
    const before = graph.inputs.find((input) => input.name === name)?.type ?? type
    const inner = `${name}_as_${before}`
    return {
      ...change('inputs', name, { type })(graph),
      nodes: [cast(name, inner, before), ...renameInNodes(graph.nodes, name, inner)],
    }
  }

/** Gives `name` as `type`. */
export const giving =
  (name: string, type: OnnxValue['type']): Adapt =>
  (graph) => ({
    ...change('outputs', name, { type })(graph),
    nodes: [...renameInNodes(graph.nodes, name, `${name}_inner`), cast(`${name}_inner`, name, type)],
  })

/** Insists on lengths of an input. */
export const fixing = (name: string, dims: OnnxValue['dims']): Adapt => change('inputs', name, { dims })

/** Calls an input or an output otherwise. */
export const calling =
  (from: string, to: string): Adapt =>
  (graph) => {
    const rename = (values: readonly OnnxValue[]) =>
      values.map((value) => (value.name === from ? { ...value, name: to } : value))
    return {
      ...graph,
      inputs: rename(graph.inputs),
      outputs: rename(graph.outputs),
      nodes: renameInNodes(graph.nodes, from, to),
    }
  }

const withInput = (graph: OnnxGraph, name: string): OnnxGraph => ({
  ...graph,
  inputs: [...graph.inputs, { name, type: 'int64', dims: ['texts', 'sequence'] }],
})

/** Takes an attention mask, and looks at no token that it leaves out. */
export const masking: Adapt = (graph) => ({
  ...withInput(graph, 'attention_mask'),
  initializers: [...graph.initializers, { name: 'last', dims: [1], values: BigInt64Array.of(-1n) }],
  nodes: renameInNodes(graph.nodes, 'vectors', 'masked').flatMap((node) =>
    node.op === 'Gather'
      ? [
          { ...node, outputs: ['vectors'] },
          cast('attention_mask', 'mask', 'float32'),
          { op: 'Unsqueeze', inputs: ['mask', 'last'], outputs: ['mask_of_each'] },
          { op: 'Mul', inputs: ['vectors', 'mask_of_each'], outputs: ['masked'] },
        ]
      : [node],
  ),
})

/** Takes ids for which it has a table of nothing, `rows` long: more than that fails. */
export const lookingUp =
  (name: string, rows: number, dimension: number): Adapt =>
  (graph) => ({
    ...withInput(graph, name),
    initializers: [
      ...graph.initializers,
      { name: `${name}_table`, dims: [rows, dimension], values: new Float32Array(rows * dimension) },
    ],
    nodes: renameInNodes(graph.nodes, 'vectors', `with_${name}`).flatMap((node) =>
      node.op === 'Gather' && node.inputs.includes('words')
        ? [
            { ...node, outputs: ['vectors'] },
            {
              op: 'Gather',
              inputs: [`${name}_table`, name],
              outputs: [`${name}_vectors`],
              attributes: { axis: 0 },
            },
            { op: 'Add', inputs: ['vectors', `${name}_vectors`], outputs: [`with_${name}`] },
          ]
        : [node],
    ),
  })
