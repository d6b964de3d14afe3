/** Widths that a card of the grid may at least have, in px. */
export const CARD_SIZES = { least: 80, usual: 148, most: 400 } as const
