import type { MenuItem } from '../primitives/menu/menu-items'

/** One line of the palette. */
export interface Command extends MenuItem {
  /** It puts focus somewhere; after all others focus goes back to where it was. */
  readonly movesFocus?: true
}

/** Commands about one thing, under its name. */
export interface CommandGroup {
  readonly title: string
  readonly commands: readonly Command[]
}
