import { useMemo } from 'react'
import { totalsByHost } from '../../core/network/network-entry'
import { formatBytes } from '../primitives/format'
import { CutText } from '../primitives/cut-text'
import { useSiteState } from '../ui-context'
import { describeCounts, describeSize, describeTime, words } from './words'

/** Enough to see what has just happened. */
const LATEST = 50

/** What was asked of whom: hosts with their totals, then the newest requests one by one. */
export const NetworkLog = () => {
  const entries = useSiteState(({ network }) => network)
  const totals = useMemo(() => totalsByHost(entries), [entries])
  const latest = entries.slice(-LATEST).reverse()
  return (
    <section aria-label={words.log} className="flex flex-col gap-3">
      <h3 className="text-13 font-semibold">{words.log}</h3>
      {totals.length === 0 ? <p className="text-muted">{words.nothing}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {totals.map((total) => (
          <li key={total.host} className="flex items-baseline gap-3 tabular-nums">
            <CutText text={total.host} className="min-w-0 flex-1 font-medium" />
            {total.host === location.host ? (
              <span className="text-12 text-muted">{words.ownHost}</span>
            ) : null}
            <span className="shrink-0 text-12 text-muted">{describeCounts(total)}</span>
            <span className="w-16 shrink-0 text-right text-12">{describeSize(total)}</span>
          </li>
        ))}
      </ul>
      {latest.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer text-12 text-muted">{words.latest}</summary>
          <ol className="flex flex-col gap-1 pt-2">
            {latest.map(({ url, asker, outcome, bytes, at }, i) => (
              <li key={entries.length - i} className="text-12">
                <span className="text-muted tabular-nums">
                  {describeTime(at)} · {asker} · {words.outcomes[outcome]}
                  {bytes === null ? '' : ` · ${formatBytes(bytes)}`}
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
