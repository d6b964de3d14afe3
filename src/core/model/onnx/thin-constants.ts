import { giveBack } from '../tower/give-back'
import { constantFinder, fromBytes, placeOf, readConstants, type FilledTensor } from './tensor-values'
import type { TensorPlace, TensorValues } from './tensor-values'
import type { ThinGraph } from './thin-graph'

/** Constants of a graph whose large ones are in its file, read as they are asked for. */
export interface ThinConstants {
  /** In single precision, whatever they are written in; `null` where it is no such constant, or lies in another file. */
  load(name: string): Promise<TensorValues | null>
  /** A small one, which came with the graph. */
  small(name: string): TensorValues | null
  /** One that lies in the file, so that some of it can be read without the rest; `null` where it is made, or small. */
  part(name: string): ConstantPart | null
  /** What one number is repeated for; `null` for any other. */
  filled(name: string): FilledTensor | null
}

/** A constant's numbers, read piece by piece. */
export interface ConstantPart extends Pick<TensorPlace, 'dims' | 'type'> {
  /** A copy of some of its bytes, by their places within it. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Opens the constants of a graph. @param integers of the graph's flow */
export const openConstants = (
  { structure, file, outside }: ThinGraph,
  integers: (name: string) => readonly number[],
): ThinConstants => {
  const find = constantFinder(structure)
  const inGraph = readConstants(structure, integers)
  const part = (name: string): ConstantPart | null => {
    const found = find(name)
    const lies = outside.get(found.name) ?? null
    const place = found.tensor && placeOf(structure.bytes, found.tensor, lies)
    if (!place) return null
    const { dims, type, content } = place
    return {
      ...{ dims, type },
      read: (from, to) =>
        lies
          ? file.read(content.start + from, content.start + to)
          : Promise.resolve(structure.bytes.slice(content.start + from, content.start + to)),
    }
  }
  return {
    part,
    small: inGraph.values,
    filled: inGraph.filled,
    load: async (name) => {
      const lies = outside.get(find(name).name)
      if (!lies) return inGraph.values(name)
      const found = part(name)
      if (!found) return null
      const bytes = await found.read(0, lies.end - lies.start)
      const values = fromBytes(bytes, found.type)
      if (values?.buffer !== bytes.buffer) giveBack(bytes)
      return values && { dims: found.dims, values }
    },
  }
}
