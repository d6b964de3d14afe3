import { classNames } from './class-names'
import type { CSSProperties } from 'react'

const HUES = 10
const PATTERNS = 4

/** How a tag's hue is drawn: spread onto an element that has the class `tag-fill`. */
export interface TagColour {
  readonly style: CSSProperties
  readonly 'data-pattern': number
}

const colours = Array.from({ length: HUES * PATTERNS }, (_, hue): TagColour => ({
  // A custom property, which React's type of styles does not list.
  style: { '--tag': `var(--tag-${hue % HUES})` } as CSSProperties,
  'data-pattern': Math.floor(hue / HUES),
}))

/** Ten hues, then the same ten striped, dotted and ruled; after forty tags they begin again. */
export const tagColour = (hue: number): TagColour => {
  const colour = colours[hue % colours.length]
  if (colour === undefined) throw new Error(`No colour for hue ${hue}`)
  return colour
}

/** The small square of a tag's colour. Decoration: the tag's text always stands beside it. */
export const Swatch = ({ hue, className }: { readonly hue: number; readonly className?: string }) => (
  <span
    aria-hidden
    className={classNames('tag-fill inline-block size-2.5 shrink-0 rounded-[3px]', className)}
    {...tagColour(hue)}
  />
)
