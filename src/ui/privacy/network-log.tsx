import { useMemo } from 'react'
import { type HostTotal, totalsByHost } from '../../core/site/network/network-entry'
import { CutText } from '../primitives/cut-text/cut-text'
import { useSiteState } from '../context/ui-context'
import { usePrivacyWords, type PrivacyWording } from './use-privacy-words'

/** `12 requests, 1 refused, 30 from this device`: how often a host was asked, and what did not become an answer. */
const describeCounts = (
  { t, format }: PrivacyWording,
  { answered, redirected, kept, failed, refused }: Omit<HostTotal, 'host' | 'bytes' | 'lastAt'>,
): string =>
  format.list([
    t('privacy.requests', { count: answered + redirected + failed + refused }),
    ...(redirected > 0 ? [t('privacy.redirected', { number: format.count(redirected) })] : []),
    ...(failed > 0 ? [t('privacy.failed', { number: format.count(failed) })] : []),
    ...(refused > 0 ? [t('privacy.refused', { number: format.count(refused) })] : []),
    ...(kept > 0 ? [t('privacy.kept', { number: format.count(kept) })] : []),
  ])

/** Enough for what a first visit keeps for use without a network, and what came after. */
const LATEST = 200

/** What was asked of whom: hosts with their totals, then the newest requests one by one. */
export const NetworkLog = () => {
  const words = usePrivacyWords()
  const { t, format } = words
  const entries = useSiteState(({ network }) => network)
  const totals = useMemo(() => totalsByHost(entries), [entries])
  const latest = entries.slice(-LATEST).reverse()
  return (
    <section aria-label={t('privacy.log')} className="flex flex-col gap-3">
      <h3 className="text-13 font-semibold">{t('privacy.log')}</h3>
      {totals.length === 0 ? <p className="text-muted">{t('privacy.nothing')}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {totals.map((total) => (
          <li key={total.host} className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
            <CutText text={total.host} className="min-w-0 flex-1 basis-40 font-medium" />
            {total.host === location.host ? (
              <span className="text-12 text-muted">{t('privacy.ownHost')}</span>
            ) : null}
            <span className="shrink-0 text-12 text-muted">{describeCounts(words, total)}</span>
            <span className="ms-auto min-w-16 shrink-0 text-end text-12">
              {total.bytes === 0 ? '' : format.bytes(total.bytes)}
            </span>
          </li>
        ))}
      </ul>
      {latest.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer text-12 text-muted">{t('privacy.latest')}</summary>
          <ol className="flex flex-col gap-1 pt-2">
            {latest.map(({ url, asker, outcome, bytes, at }, i) => (
              <li key={entries.length - i} className="text-12">
                <span className="text-muted tabular-nums">
                  {[
                    format.time(at),
                    t(`privacy.askers.${asker}`),
                    t(`privacy.outcomes.${outcome}`),
                    ...(bytes === null ? [] : [format.bytes(bytes)]),
                  ].join(' · ')}
                </span>
                <span dir="ltr" className="block break-all">
                  {url}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}
