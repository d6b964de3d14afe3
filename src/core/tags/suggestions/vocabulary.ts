import { food } from './vocabulary/food'
import { looks } from './vocabulary/looks'
import { nature } from './vocabulary/nature'
import { places } from './vocabulary/places'
import { things } from './vocabulary/things'

/** One word of each group, then the next of each, so that any beginning of the list has something of everything. */
const inTurn = (groups: readonly (readonly string[])[]): readonly string[] => {
  const longest = Math.max(...groups.map(({ length }) => length))
  return Array.from({ length: longest }, (_, i) => groups.flatMap((group) => group[i] ?? [])).flat()
}

/**
 * Words that tags are suggested from: about two thousand, of our own choosing, English as the models' texts are. The
 * commonest come first, as they are encoded in this order and suggested from what is there.
 */
export const vocabulary = (): readonly string[] =>
  inTurn([...things, ...places, ...nature, ...food, ...looks].map((group) => group.trim().split(/,\s+/)))
