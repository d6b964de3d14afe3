import type { ReactNode } from 'react'

interface ColumnHeaderProps {
  readonly title: string
  /** How many, beside the title. */
  readonly count?: string
  readonly children?: ReactNode
}

/** The line at the head of a column: its name, how many, and what can be done. */
export const ColumnHeader = ({ title, count, children }: ColumnHeaderProps) => (
  <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line pe-2 ps-3 touch:h-13">
    <h2 className="text-13 font-semibold">{title}</h2>
    {count ? <span className="shrink-0 ps-1 text-12 text-muted tabular-nums">{count}</span> : null}
    <div className="ms-auto flex min-w-0 items-center gap-0.5">{children}</div>
  </header>
)
