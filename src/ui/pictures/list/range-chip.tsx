import { X } from 'lucide-react'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'

interface RangeChipProps {
  readonly tag: string
  /** From where to where, which is never cut. */
  readonly range: string
  readonly hue: number
  /** What a press on it does, by name. */
  readonly openLabel: string
  readonly removeLabel: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

/** A range of scores that the list is narrowed to: a press changes it, the cross or Delete takes it away. */
export const RangeChip = (props: RangeChipProps) => (
  <span className="flex h-6 max-w-56 min-w-24 items-stretch rounded-full bg-accent-soft text-12 touch:h-9">
    <button
      type="button"
      aria-label={props.openLabel}
      aria-expanded={props.isOpen}
      onClick={props.onOpen}
      onKeyDown={({ key }) => {
        if (key === 'Delete' || key === 'Backspace') props.onRemove()
      }}
      className="flex min-w-0 items-center gap-1.5 rounded-s-full pe-1 ps-2 hover:bg-pressed"
    >
      <Swatch hue={props.hue} />
      <CutText text={props.tag} />
      {/* The space is not drawn; it keeps the words apart for who has them read out. */}
      <bdi className="shrink-0 tabular-nums">{` ${props.range}`}</bdi>
    </button>
    <button
      type="button"
      aria-label={props.removeLabel}
      onClick={props.onRemove}
      className="flex w-6 shrink-0 items-center justify-center rounded-e-full text-muted hover:bg-pressed touch:w-9"
    >
      <X size={14} strokeWidth={1.75} aria-hidden />
    </button>
  </span>
)
