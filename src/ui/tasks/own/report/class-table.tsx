import { Swatch } from '../../../primitives/swatch'
import { FiguresHead, FiguresTable } from '../../../primitives/figures-table'
import { CutText } from '../../../primitives/cut-text/cut-text'
import { useAppState } from '../../../context/ui-context'
import { useOwnWords } from '../use-own-words'
import { useClasses } from './use-classes'

/** Examples of a tag from which its figures mean something. */
const ENOUGH = 5

const NUMBER = 'px-1.5 md:px-3 py-1.5 text-end tabular-nums'

/** How each tag fares: of what was named so the share that is, of what is so the share that was named, and both in one. */
export const ClassTable = () => {
  const { t, format } = useOwnWords()
  const classes = useClasses()
  const reports = useAppState(({ own }) => own?.report?.classes)
  const share = (value: number | null) => (value === null ? '–' : `${format.percent(value)}%`)
  return (
    <FiguresTable name={t('own.byTag')}>
      <table className="border-collapse text-start">
        <caption className="pb-1.5 text-start font-semibold">{t('own.byTag')}</caption>
        <FiguresHead
          rows={t('own.tagHead')}
          figures={(['own.examplesHead', 'own.precision', 'own.recall', 'own.f1'] as const).map((key) =>
            t(key),
          )}
        />
        <tbody>
          {classes.map(({ id, text, hue }, place) => {
            const report = reports?.[place]
            const examples = report?.examples ?? 0
            return (
              <tr key={id} className="border-t border-line">
                <th scope="row" className="max-w-56 py-1.5 pe-3 text-start font-normal">
                  <span className="flex items-center gap-2">
                    <Swatch hue={hue} />
                    <CutText text={text} />
                  </span>
                </th>
                <td className={NUMBER}>{format.count(examples)}</td>
                {examples < ENOUGH ? (
                  <td colSpan={3} className="px-1.5 py-1.5 text-end text-muted md:px-3">
                    {t('own.few')}
                  </td>
                ) : (
                  [report?.precision, report?.recall, report?.f1].map((value, i) => (
                    <td key={i} className={NUMBER}>
                      {share(value ?? null)}
                    </td>
                  ))
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </FiguresTable>
  )
}
