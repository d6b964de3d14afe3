import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useWords } from '../../context/ui-context'

interface ConfusionTableProps {
  readonly title: string
  /** What rows and columns are. */
  readonly how: string
  /** Of rows and columns. */
  readonly names: readonly string[]
  /** By row, then by column. */
  readonly table: readonly (readonly number[])[]
  /** The name of a number. */
  readonly cell: (count: number, truth: string, answer: string) => string
  /** Shows the pictures behind a number. */
  readonly onShow: (truth: number, answer: number) => void
}

/** Pictures by what is true of them and what was answered; a number shows its pictures. */
export const ConfusionTable = ({ title, how, names, table, cell, onShow }: ConfusionTableProps) => {
  const { format } = useWords()
  return (
    <div className="relative overflow-x-auto">
      <table className="border-collapse">
        <caption className="pb-1.5 text-start">
          {/* As wide as the screen at most: the table below may be wider, and is scrolled. */}
          <span className="sticky start-0 inline-block max-w-[calc(100vw-4rem)]">
            <span className="block font-semibold">{title}</span>
            <span className="block text-12 text-muted">{how}</span>
          </span>
        </caption>
        <thead>
          <tr>
            <td />
            {names.map((name, i) => (
              <th key={i} scope="col" className="max-w-28 min-w-16 px-1 pb-1 text-12 font-normal text-muted">
                <CutText text={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, truth) => (
            <tr key={truth}>
              <th scope="row" className="max-w-40 py-0.5 pe-3 text-start text-12 font-normal text-muted">
                <CutText text={name} />
              </th>
              {names.map((other, answer) => {
                const count = table[truth]?.[answer] ?? 0
                return (
                  <td key={answer} className="p-0.5">
                    <button
                      type="button"
                      disabled={count === 0}
                      aria-label={cell(count, name, other)}
                      data-tip={count === 0 ? undefined : cell(count, name, other)}
                      onClick={() => {
                        onShow(truth, answer)
                      }}
                      className={classNames(
                        'h-8 w-full min-w-11 rounded-small text-center tabular-nums touch:h-11',
                        count === 0
                          ? 'text-muted opacity-60'
                          : truth === answer
                            ? 'bg-accent-soft hover:bg-pressed'
                            : 'bg-track font-semibold text-danger hover:bg-pressed',
                      )}
                    >
                      {format.count(count)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
