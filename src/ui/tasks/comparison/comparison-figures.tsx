import type { Comparison } from '../../../core/tasks/comparison/compare-sheets'
import type { Share } from '../../../core/tasks/decisions/agreement'
import { useComparisonWords, useSheetName } from './use-comparing'

/** A split that chance gives less often than this is told as more than chance. */
const SURE = 0.05

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className="min-w-0">
    <dt className="text-12 text-muted">{name}</dt>
    <dd className="text-14 tabular-nums">{value}</dd>
  </div>
)

/** How far both agree with each other, and with what the person has decided. */
export const ComparisonFigures = ({ comparison }: { readonly comparison: Comparison }) => {
  const { t, format } = useComparisonWords()
  const nameOf = useSheetName()
  const { a, b, pictures, differing, agreement, withoutA, withoutB, judged, otherTags } = comparison
  const share = (of: Share) =>
    t('comparison.share', {
      share: format.percent(of.share),
      low: format.percent(of.low),
      high: format.percent(of.high),
    })
  const total = format.count(pictures.length)
  return (
    <section aria-label={t('comparison.figures')} className="grid gap-3">
      <ul className="grid gap-0.5 font-medium break-words">
        <li>{t('comparison.a', { name: nameOf(a) })}</li>
        <li>{t('comparison.b', { name: nameOf(b) })}</li>
      </ul>
      {otherTags ? <p className="text-muted">{t('comparison.otherTags')}</p> : null}
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-2.5">
        <Figure name={t('comparison.compared')} value={total} />
        {withoutA + withoutB > 0 ? (
          <Figure name={t('comparison.alone')} value={format.count(withoutA + withoutB)} />
        ) : null}
        <Figure
          name={t('comparison.differing')}
          value={t('comparison.of', { number: format.count(differing), total })}
        />
        <Figure name={t('comparison.same')} value={share(agreement)} />
        {judged ? (
          <>
            <Figure name={t('comparison.decided')} value={format.count(judged.count)} />
            <Figure name={t('comparison.rightA')} value={share(judged.a)} />
            <Figure name={t('comparison.rightB')} value={share(judged.b)} />
            <Figure
              name={t('comparison.onlyOne')}
              value={t('comparison.onlyOneOf', {
                a: format.count(judged.onlyA),
                b: format.count(judged.onlyB),
              })}
            />
          </>
        ) : null}
      </dl>
      {judged ? (
        <p className="max-w-prose text-pretty">
          <span className="font-semibold">
            {t(judged.chance < SURE ? 'comparison.surely' : 'comparison.perhaps')}
          </span>
          <span className="text-muted">
            {` ${t('comparison.chance', { percent: format.percent(judged.chance) })}`}
          </span>
        </p>
      ) : (
        <p className="text-muted">{t('comparison.noDecisions')}</p>
      )}
    </section>
  )
}
