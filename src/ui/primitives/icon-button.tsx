import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useWords } from '../context/ui-context'
import { classNames } from './class-names'
import { keyName } from './key-name'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** Its name for screen readers, and its tooltip. */
  readonly label: string
  /** Shown behind the name in the tooltip, parted by spaces: `Ctrl Z`. */
  readonly keys?: string
  readonly small?: boolean
  /** Its icon points along the line of reading, and turns around with it. */
  readonly directed?: boolean
}

/** A button that is only an icon; it always has a name, which a tooltip shows on hover and focus. */
export const IconButton = ({
  icon: Icon,
  label,
  keys,
  small = false,
  directed = false,
  className,
  ...rest
}: IconButtonProps) => {
  const words = useWords()
  const shortcut = keys?.split(' ').map((key) => keyName(words, key))
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={shortcut ? `${label}  ${shortcut.join(' ')}` : label}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors duration-100 hover:bg-hover hover:text-text active:bg-pressed disabled:pointer-events-none disabled:opacity-40 aria-pressed:bg-accent-soft aria-pressed:text-accent',
        small ? 'size-6 touch:size-9' : 'size-8 touch:size-11',
        className,
      )}
      {...rest}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden className={directed ? 'rtl:-scale-x-100' : ''} />
    </button>
  )
}
