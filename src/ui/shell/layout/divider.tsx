import { useRef, type KeyboardEvent } from 'react'
import { classNames } from '../../primitives/class-names'
import { useWords } from '../../context/ui-context'
import type { SizeLimits } from './use-stored-size'

const STEP_PX = 16

interface DividerProps {
  readonly label: string
  /** A `column` divider stands upright between columns, a `row` divider lies between rows. */
  readonly between: 'columns' | 'rows'
  /** Which side of it `size` measures. */
  readonly sized: 'before' | 'after'
  readonly size: number
  readonly limits: SizeLimits
  readonly onChange: (size: number) => void
}

/** A line that is dragged, or moved by arrow keys, to give one side more room. A double click resets it. */
export const Divider = ({ label, between, sized, size, limits, onChange }: DividerProps) => {
  const { direction } = useWords()
  const grabbedAt = useRef<number | null>(null)
  const upright = between === 'columns'
  const mirrored = upright && direction === 'rtl'
  const sign = (sized === 'before') === mirrored ? -1 : 1
  const [less, more] = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']

  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, number>> = {
      [less]: size - sign * STEP_PX,
      [more]: size + sign * STEP_PX,
      Home: limits.least,
      End: limits.most,
    }
    const next = keys[event.key]
    if (next === undefined) return
    event.preventDefault()
    onChange(next)
  }
  return (
    // A separator that can be moved is a widget; ARIA has no other role for it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      aria-label={label}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChange(limits.usual)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        grabbedAt.current = (upright ? event.clientX : event.clientY) - sign * size
      }}
      onPointerMove={(event) => {
        if (grabbedAt.current === null) return
        onChange(sign * ((upright ? event.clientX : event.clientY) - grabbedAt.current))
      }}
      onLostPointerCapture={() => {
        grabbedAt.current = null
      }}
      className={classNames(
        // The line is a pixel, what can be grabbed is ten, or more for a finger.
        'relative z-10 touch-none bg-line before:absolute after:absolute after:transition-colors after:duration-100 hover:after:bg-accent/60 focus-visible:outline-none focus-visible:after:bg-accent active:after:bg-accent',
        upright
          ? 'cursor-col-resize before:inset-y-0 before:-inset-x-1.5 after:inset-y-0 after:-inset-x-px touch:before:-inset-x-3'
          : 'cursor-row-resize before:inset-x-0 before:-inset-y-1.5 after:inset-x-0 after:-inset-y-px touch:before:-inset-y-3',
      )}
    />
  )
}
