import { useAppState } from '../../../context/ui-context'
import { FiguresHead, FiguresTable } from '../../../primitives/figures-table'
import { useOwnWords } from '../use-own-words'

const NUMBER = 'px-3 py-1.5 text-end tabular-nums'

/** Whether answers are as often right as they say, from fifty examples on. */
export const ReliabilityTable = () => {
  const { t, format } = useOwnWords()
  const bins = useAppState(({ own }) => own?.report?.reliability ?? null)
  if (bins === null) return null
  return (
    <FiguresTable name={t('own.reliability')}>
      <table className="border-collapse">
        <caption className="pb-1.5 text-start">
          <span className="block font-semibold">{t('own.reliability')}</span>
          <span className="block max-w-80 text-12 text-muted">{t('own.reliabilityHow')}</span>
        </caption>
        <FiguresHead
          figures={(['own.saidSure', 'own.wereRight', 'own.answersHead'] as const).map((key) => t(key))}
        />
        <tbody>
          {bins.map(({ answers, said, right }, i) => (
            <tr key={i} className="border-t border-line">
              <td className={NUMBER}>{t('own.percent', { share: format.percent(said) })}</td>
              <td className={NUMBER}>{t('own.percent', { share: format.percent(right) })}</td>
              <td className={NUMBER}>{format.count(answers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FiguresTable>
  )
}
