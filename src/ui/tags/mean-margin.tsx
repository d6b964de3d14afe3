import { useApp, useAppState, useWords } from '../ui-context'

/** The effect of a template at a glance: how far best tags are ahead, over all ranked pictures. */
export const MeanMargin = () => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const margin = useAppState(selectors.meanMargin)
  return margin === null ? null : (
    <p aria-live="polite" className="pt-2 text-12 tabular-nums">
      {t('tags.meanMargin', { points: format.percent(margin) })}
    </p>
  )
}
