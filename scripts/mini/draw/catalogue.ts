import type { Category, Kind } from './kind'
import { animals } from './kinds/animals'
import { belongings } from './kinds/belongings'
import { buildings } from './kinds/buildings'
import { doors } from './kinds/doors'
import { food } from './kinds/food'
import { household } from './kinds/household'
import { nature } from './kinds/nature'
import { shapes } from './kinds/shapes'
import { symbols } from './kinds/symbols'
import { tools } from './kinds/tools'
import { vehicles } from './kinds/vehicles'

/** A kind with its place in the catalogue. */
export interface CatalogueEntry {
  readonly kind: Kind
  readonly name: string
  readonly category: Category
}

function family(category: Category, kinds: readonly Kind[]): CatalogueEntry[] {
  return kinds.map((kind) => ({ kind, name: kind.words[0][0], category }))
}

/** Every kind of thing that can be drawn. The order is the label written beside a picture. */
export const catalogue: readonly CatalogueEntry[] = [
  ...family('vehicle', vehicles),
  ...family('vehicle', doors),
  ...family('animal', animals),
  ...family('household', household),
  ...family('household', belongings),
  ...family('building', buildings),
  ...family('nature', nature),
  ...family('food', food),
  ...family('tool', tools),
  ...family('symbol', symbols),
  ...family('shape', shapes),
]

/** Label of a kind by name. Throws on a name that is not in the catalogue. */
export function kindIndex(name: string): number {
  const index = catalogue.findIndex((entry) => entry.name === name)
  if (index < 0) throw new RangeError(`no such kind: ${name}`)
  return index
}
