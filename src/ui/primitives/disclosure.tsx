import { ChevronRight } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

interface DisclosureProps {
  /** Whether it is to open now, and to take focus. */
  readonly asked?: boolean
  /** That it has. */
  readonly onAnswered?: () => void
  readonly title: string
  /** What is set inside, shown beside the title while folded. */
  readonly summary: string
  /** Whether it is open, where that is remembered elsewhere; and that it is to be. */
  readonly open?: boolean
  readonly onToggled?: (open: boolean) => void
  readonly children: ReactNode
}

/** A section that is folded away until wanted. What is in it is not drawn, nor follows any state, before that. */
export const Disclosure = ({
  asked = false,
  onAnswered,
  title,
  summary,
  open = false,
  onToggled,
  children,
}: DisclosureProps) => {
  const [wanted, setWanted] = useState(open)
  const details = useRef<HTMLDetailsElement>(null)
  useLayoutEffect(() => {
    if (!asked || !details.current) return
    details.current.open = true
    details.current.querySelector('summary')?.focus()
    onAnswered?.()
  }, [asked, onAnswered])
  return (
    <details
      ref={details}
      open={open}
      className="border-t border-line"
      onToggle={({ currentTarget }) => {
        setWanted(true)
        onToggled?.(currentTarget.open)
      }}
    >
      <summary className="flex h-10 items-center gap-2 px-3 text-13 font-medium transition-colors select-none hover:bg-hover focus-visible:-outline-offset-2 touch:h-12">
        <ChevronRight
          size={16}
          strokeWidth={1.75}
          aria-hidden
          // By its own section: an open one around it turned it too.
          className="shrink-0 text-muted transition-transform duration-150 rtl:-scale-x-100 [[open]>summary>&]:rotate-90 rtl:[[open]>summary>&]:-rotate-90"
        />
        <span>{title}</span>
        <span className="ms-auto min-w-0 truncate ps-3 text-12 font-normal text-muted [[open]>summary>&]:hidden">
          <bdi>{summary}</bdi>
        </span>
      </summary>
      <div className="px-3 pt-1 pb-4">{wanted ? children : null}</div>
    </details>
  )
}
