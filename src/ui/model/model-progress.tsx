import type { ModelPhase } from '../../core/model/model-phase'
import { sourceName } from '../../core/model/model-source'
import { Button } from '../primitives/button'
import { CutText } from '../primitives/cut-text'
import { formatDuration } from '../primitives/format'
import { ProgressBar } from '../primitives/progress-bar'
import { useActions } from '../ui-context'
import { useDownloadRate } from './use-download-rate'
import { words } from './words'

type Loading = Extract<ModelPhase, { kind: 'loading' }>

/** How far a model is: bytes of all bytes, how fast, how long still, and how to stop it. */
export const ModelProgress = ({ choice: { source }, progress: { loaded, total }, previous }: Loading) => {
  const { cancelLoading } = useActions()
  const rate = useDownloadRate()
  const parts = [words.ofTotal(loaded, total)]
  if (rate !== null) parts.push(words.rate(rate))
  if (rate !== null && total !== null && total > loaded)
    parts.push(words.left(formatDuration((total - loaded) / rate)))
  return (
    <div className="px-4 py-4">
      <div className="flex items-center gap-3 pb-3">
        <h3 className="min-w-0 flex-1 font-semibold">
          <CutText text={sourceName(source)} />
        </h3>
        <Button size="small" onClick={cancelLoading}>
          {words.cancel}
        </Button>
      </div>
      <ProgressBar
        label={words.loading(sourceName(source))}
        share={total === null ? null : loaded / total}
        className="h-1.5"
      />
      <p className="pt-2 text-12 text-muted tabular-nums">
        {loaded === 0 ? words.starting : parts.join(' · ')}
      </p>
      {previous ? (
        <p className="pt-1 text-12 text-muted">{words.previousWorks(previous.model.name)}</p>
      ) : null}
    </div>
  )
}
