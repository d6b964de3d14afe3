import { X } from 'lucide-react'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'

interface ChipProps {
  readonly text: string
  readonly hue: number | null
  /** Its name: what a press does. */
  readonly label: string
  readonly onRemove: () => void
}

/** One thing that the list is narrowed or ordered by; a press, or Delete on it, takes it away. */
export const Chip = ({ text, hue, label, onRemove }: ChipProps) => (
  <button
    type="button"
    aria-label={label}
    onClick={onRemove}
    onKeyDown={({ key }) => {
      if (key === 'Delete' || key === 'Backspace') onRemove()
    }}
    className="flex h-6 max-w-40 min-w-16 items-center gap-1.5 rounded-full bg-accent-soft pe-1.5 ps-2 text-12 hover:bg-pressed touch:h-9"
  >
    {hue === null ? null : <Swatch hue={hue} />}
    <CutText text={text} />
    <X size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
  </button>
)
