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
