import { useStore } from 'zustand'
import { toVerdict } from '../../state/tasks/verdict'
import type { Live } from '../../state/live/live'
import { answeringTask } from '../../state/tasks/tasks'
import { ErrorNote } from '../primitives/error-note'
import { NoRanking } from '../ranking/no-ranking'
import { RelianceNote, VerdictLine } from '../ranking/verdict-line'
import { taskBars } from '../tasks/task-bars'
import { useApp, useAppState } from '../context/ui-context'
import { currentModel, waitsForModel } from '../../state/model/current-model'
import { useLiveWords } from './use-live-words'

/** Says the verdict when it changes, not each frame's figures. */
const SpokenVerdict = ({ live }: { readonly live: Live }) => {
  const { t, format } = useLiveWords()
  const { selectors } = useApp()
  const picture = useStore(live.store, (state) => state.picture)
  const text = useAppState((state) => {
    if (!picture || waitsForModel(state, picture)) return ''
    const verdict = toVerdict(selectors.labels(state, picture), selectors.isBeyondModel(state, picture))
    switch (verdict?.kind) {
      case undefined:
        return ''
      case 'cannot-tell':
        return t('ranking.cannotTell')
      case 'none':
        return t('pictures.none')
      case 'answer':
        return format.list(verdict.labels.map(({ tag }) => tag))
    }
  })
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}

/** What is said of the newest frame, by the same judge as of any picture, and how many there are a second. */
export const LiveRanking = ({ live }: { readonly live: Live }) => {
  const { t, format } = useLiveWords()
  const { selectors } = useApp()
  const { picture, rate, ranked, error } = useStore(live.store)
  const Bars = taskBars[useAppState(answeringTask)]
  const isAnswered = useAppState((state) => picture !== null && selectors.labels(state, picture).length > 0)
  const waits = useAppState((state) => picture !== null && waitsForModel(state, picture))
  const hasModel = useAppState((state) => currentModel(state.model) !== null)
  return (
    <section aria-label={t('live.ranking')} data-frames={ranked} className="pt-4">
      <SpokenVerdict live={live} />
      {/* Held, or the bars would jump when the first rate is known. */}
      <p className="h-6 px-4 text-12 text-muted tabular-nums">
        {rate === null ? '' : t('live.rate', { rate: format.rate(rate) })}
      </p>
      {error && hasModel ? <ErrorNote error={error} className="mx-4 mb-4" /> : null}
      {picture && isAnswered && !waits ? (
        <>
          <VerdictLine picture={picture} />
          <RelianceNote picture={picture} />
          <Bars picture={picture} />
        </>
      ) : picture || !hasModel ? (
        <NoRanking picture={picture} opens={waits} />
      ) : null}
    </section>
  )
}
