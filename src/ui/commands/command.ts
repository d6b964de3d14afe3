import type { MenuItem } from '../primitives/menu/menu-items'
import { palette } from '../../words/en/commands'
import type { WordingWith } from '../../words/wording'
import { useWordsWith } from '../context/ui-context'

/** One line of the palette. The first word of its key says what it does, and names its synonyms. */
export interface Command extends MenuItem {
  /** It puts focus somewhere; after all others focus goes back to where it was. */
  readonly movesFocus?: true
  /** Of the thing that it is about, a picture or a tag: found by its middle too. */
  readonly name?: string
}

/** Commands about one thing, under its name. */
export interface CommandGroup {
  readonly title: string
  readonly commands: readonly Command[]
}

/** The words with those of the palette, which come with it. */
export const usePaletteWords = (): WordingWith<typeof palette> => useWordsWith(palette)
