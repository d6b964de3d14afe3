import type { ComponentProps } from 'react'
import { classNames } from '../class-names'

/** A field of one line. 16 px on touch devices, since phones zoom into anything smaller. */
export const TextField = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input
    type="text"
    // An empty field shows its hint, which reads as the page does.
    dir={rest.value === '' ? undefined : 'auto'}
    spellCheck={false}
    autoComplete="off"
    autoCapitalize="off"
    className={classNames(
      'h-8 w-full min-w-0 rounded-control border border-control bg-card px-2.5 text-13 transition-colors placeholder:text-muted focus-visible:-outline-offset-1 touch:h-11 touch:text-16',
      className,
    )}
    {...rest}
  />
)
