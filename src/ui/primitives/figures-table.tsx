import type { ReactNode } from 'react'
import { classNames } from './class-names'

interface FiguresTableProps {
  /** What it tells, as its caption does. */
  readonly name: string
  readonly className?: string
  /** The table. */
  readonly children: ReactNode
}

/** Where a table of figures lies, which may have more columns than a phone is wide: it is scrolled, by keys too. */
export const FiguresTable = ({ name, className, children }: FiguresTableProps) => (
  <div
    role="region"
    aria-label={name}
    // None of its cells takes focus, by which it would be scrolled.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
    tabIndex={0}
    className={classNames('relative overflow-x-auto', className)}
  >
    {children}
  </div>
)

interface FiguresHeadProps {
  /** What its rows are, where they begin with a name. */
  readonly rows?: string
  /** What is told of each, in order. */
  readonly figures: readonly string[]
}

/** The head of a table of figures. */
export const FiguresHead = ({ rows, figures }: FiguresHeadProps) => (
  <thead className="text-12 text-muted">
    <tr>
      {rows === undefined ? null : (
        <th scope="col" className="py-1.5 pe-3 text-start font-normal">
          {rows}
        </th>
      )}
      {figures.map((figure) => (
        <th key={figure} scope="col" className="px-1.5 py-1.5 text-end font-normal md:px-3">
          {figure}
        </th>
      ))}
    </tr>
  </thead>
)
