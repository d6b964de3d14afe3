import { classNames } from './class-names'
import { tagColour } from './tag-colour'

/** The small square of a tag's colour. Decoration: the tag's text always stands beside it. */
export const Swatch = ({ hue, className }: { readonly hue: number; readonly className?: string }) => (
  <span
    aria-hidden
    className={classNames('tag-fill inline-block size-2.5 shrink-0 rounded-[3px]', className)}
    {...tagColour(hue)}
  />
)
