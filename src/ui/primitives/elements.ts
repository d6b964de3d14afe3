import type { ReactElement } from 'react'

/**
 * What may be drawn among other things: elements, and no bare text, which a page translator would take away from
 * React. `scripts/layers/text-of-its-own.js` says how.
 */
export type Elements = ReactElement | readonly Elements[] | false | null | undefined
