import { formatPercent } from '../../core/scoring/percent'
import { useApp, useAppState } from '../ui-context'
import { words } from './words'

/** The effect of a template at a glance: how far best tags are ahead, over all ranked pictures. */
export const MeanMargin = () => {
  const { selectors } = useApp()
  const margin = useAppState(selectors.meanMargin)
  return margin === null ? null : (
    <p aria-live="polite" className="pt-2 text-12 tabular-nums">
      {words.meanMargin(formatPercent(margin))}
    </p>
  )
}
