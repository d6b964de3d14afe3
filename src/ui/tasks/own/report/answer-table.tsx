import { classNames } from '../../../primitives/class-names'
import { CutText } from '../../../primitives/cut-text/cut-text'
import { useAppState } from '../../../context/ui-context'
import { useOwnWords } from '../use-own-words'
import { useClasses } from './use-classes'
import { useShowOnly } from './use-show-only'

/** Held-out examples by what was said and what was answered; a number shows its pictures. */
export const AnswerTable = ({ onShown }: { readonly onShown: () => void }) => {
  const { t, format } = useOwnWords()
  const classes = useClasses()
  const table = useAppState(({ own }) => own?.report?.table ?? [])
  const answers = useAppState(({ own }) => own?.findings?.answers ?? null)
  const several = useAppState(({ own }) => own?.mode === 'multi')
  const showOnly = useShowOnly(onShown)
  const names = several ? [t('own.no'), t('own.yes')] : classes.map(({ text }) => text)
  const show = (truth: number, answer: number) => {
    const meant = (answers ?? []).filter((said) => said.truth === truth && said.answer === answer)
    showOnly(
      meant.map(({ id }) => id),
      t('own.answered', { truth: names[truth] ?? '', answer: names[answer] ?? '' }),
    )
  }
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse">
        <caption className="pb-1.5 text-start">
          <span className="block font-semibold">{t('own.table')}</span>
          <span className="block text-12 text-muted">{t('own.tableHow')}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {names.map((name, i) => (
              <th key={i} scope="col" className="max-w-24 px-1 pb-1 text-12 font-normal text-muted">
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
                      aria-label={t('own.cell', { count, truth: name, answer: other })}
                      data-tip={
                        count === 0 ? undefined : t('own.cell', { count, truth: name, answer: other })
                      }
                      onClick={() => {
                        show(truth, answer)
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
