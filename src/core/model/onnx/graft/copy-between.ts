import type { GraftBuilder } from './graft-builder'
import type { GraphFlow } from './graph-flow'

/**
 * Computes a value again as the graph does, with others in the place of some that it depends on.
 * @returns the new value's name.
 */
export const copyBetween = (
  flow: GraphFlow,
  builder: GraftBuilder,
  replaced: ReadonlyMap<string, string>,
  value: string,
): string => {
  const dependent = flow.after([...replaced.keys()])
  const copies = new Map(replaced)
  const copyOf = (name: string): string => {
    const known = copies.get(name)
    if (known !== undefined) return known
    const node = flow.producer(name)
    if (!node || !dependent.has(name)) return name
    const outputs = builder.copy(node, node.inputs.map(copyOf))
    node.outputs.forEach((output, i) => copies.set(output, outputs[i] ?? ''))
    return copies.get(name) ?? ''
  }
  return copyOf(value)
}
