import type { ModelPhase } from '../../core/model/model-phase'
import { canPause } from '../../state/model-loader'
import { Button } from '../primitives/button'
import { formatDuration } from '../primitives/format'
import { ProgressBar } from '../primitives/progress-bar'
import { useActions } from '../ui-context'
import { Card } from './card'
import { nameOfModel, nameOfSource } from './model-name'
import { useDownloadRate } from './use-download-rate'
import { words } from './words'

type Loading = Extract<ModelPhase, { kind: 'loading' | 'paused' }>

/** Bytes, rate and time left, as far as they are known. */
const describeProgress = ({ kind, progress }: Loading, rate: number | null): string => {
  const { stage, loaded, total } = progress
  const amount = words.ofTotal(loaded, total)
  if (kind === 'paused') return words.pausedAt(amount)
  if (stage !== 'downloading') return words.stages[stage]
  const parts = [amount]
  if (rate !== null) parts.push(words.rate(rate))
  if (rate !== null && total !== null && total > loaded)
    parts.push(words.left(formatDuration((total - loaded) / rate)))
  return parts.join(' · ')
}

/** How far a model is, and how to put it off, go on with it or give it up. */
export const DownloadCard = ({ phase }: { readonly phase: Loading }) => {
  const { pauseLoading, resumeLoading, cancelLoading } = useActions()
  const rate = useDownloadRate()
  const { choice, previous, progress } = phase
  const { loaded, total, stage } = progress
  const name = nameOfSource(choice.source)
  const paused = phase.kind === 'paused'
  const known = total !== null && total > 0
  const moving = !paused && (stage === 'opening' || stage === 'checking' || !known)
  return (
    <Card title={name} {...(known ? { note: words.percent(loaded / total) } : {})}>
      <ProgressBar
        label={words.loading(name)}
        share={moving ? null : known ? loaded / total : 0}
        className="h-1.5"
      />
      <p className="pt-2 text-12 text-muted tabular-nums">{describeProgress(phase, rate)}</p>
      {previous ? (
        <p className="pt-0.5 text-12 text-muted">{words.previousWorks(nameOfModel(previous.model))}</p>
      ) : null}
      <div className="flex gap-2 pt-3">
        {paused || canPause(progress) ? (
          <Button
            size="small"
            variant={paused ? 'primary' : 'plain'}
            onClick={paused ? resumeLoading : pauseLoading}
          >
            {paused ? words.resumeShort : words.pauseShort}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={cancelLoading}>
          {words.cancelShort}
        </Button>
      </div>
    </Card>
  )
}
