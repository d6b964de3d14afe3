import { useEffect, useRef } from 'react'
import { CutText } from '../primitives/cut-text/cut-text'
import type { Elements } from '../primitives/elements'

interface CardProps {
  readonly title: string
  /** Beside the title: what it is about in a word. */
  readonly note?: string
  readonly children: Elements
}

/**
 * What is under way, at the head of the panel. It takes the focus when it comes at a press within the panel, so
 * that it is read out and what can be done is the next thing by Tab.
 */
export const Card = ({ title, note, children }: CardProps) => {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    const panel = card.current?.closest('[data-model-panel]')
    if (panel?.contains(document.activeElement)) card.current?.focus()
  }, [])
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={title}
      className="border-b border-line px-4 py-4 outline-none"
    >
      <div className="flex items-baseline gap-3 pb-2">
        <h3 className="min-w-0 flex-1 text-14 font-semibold">
          <CutText text={title} />
        </h3>
        {note ? <span className="shrink-0 text-12 text-muted tabular-nums">{note}</span> : null}
      </div>
      {children}
    </section>
  )
}
