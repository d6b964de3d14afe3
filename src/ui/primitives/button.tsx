import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type Variant = 'primary' | 'plain' | 'quiet' | 'danger'
type Size = 'small' | 'medium' | 'large'

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover font-medium',
  plain: 'bg-card border border-line text-text hover:bg-hover active:bg-pressed font-medium',
  quiet: 'text-muted hover:bg-hover hover:text-text active:bg-pressed font-medium',
  danger: 'bg-card border border-line text-danger hover:bg-danger-soft font-medium',
}

const sizes: Record<Size, string> = {
  small: 'h-7 px-2 gap-1.5 text-12 touch:h-10 touch:px-3',
  medium: 'h-8 px-3 gap-2 text-13 touch:h-11 touch:px-4 touch:text-14',
  large: 'h-10 px-4 gap-2 text-14 touch:h-12',
}

/** Props of {@link Button}: those of the element, plus how loud and how big. */
export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: Variant
  readonly size?: Size
}

/** A button with text and perhaps an icon. One `primary` per view at most. */
export const Button = ({ variant = 'plain', size = 'medium', className, type, ...rest }: ButtonProps) => (
  <button
    type={type ?? 'button'}
    className={classNames(
      'inline-flex shrink-0 items-center justify-center rounded-control whitespace-nowrap transition-colors duration-100 select-none disabled:pointer-events-none disabled:opacity-45',
      variants[variant],
      sizes[size],
      className,
    )}
    {...rest}
  />
)
