import { canPause } from '../../../state/model/model-loader'
import { Button } from '../../primitives/button'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions } from '../../context/ui-context'
import { Card } from '../card'
import { nameOfModel, nameOfSource } from '../texts/model-name'
import { describeProgress, pauseLabel, useDownloadPace, type Loading } from './download-progress'
import { StalledNote } from './no-hub-note'
import { usePauseSwitch } from '../use-pause-switch'
import { useModelWords } from '../texts/use-model-words'

/** How far a model is, and how to put it off, go on with it or give it up. */
export const DownloadCard = ({ phase }: { readonly phase: Loading }) => {
  const words = useModelWords()
  const { t } = words
  const { cancelLoading } = useActions()
  const pace = useDownloadPace()
  const { state, press } = usePauseSwitch(phase)
  const { choice, previous, progress } = phase
  const { loaded, total, stage } = progress
  const name = nameOfSource(choice.source)
  const paused = phase.kind === 'paused'
  const known = total !== null && total > 0
  const moving = !paused && (stage === 'opening' || stage === 'checking' || !known)
  return (
    <Card
      title={name}
      {...(known ? { note: t('units.percent', { value: Math.floor((loaded / total) * 100) }) } : {})}
    >
      <ProgressBar
        label={t('model.loading', { name })}
        share={moving ? null : known ? loaded / total : 0}
        className="h-1.5"
      />
      <p className="pt-2 text-12 text-muted tabular-nums">
        {describeProgress(words, phase, pace, state === 'held')}
      </p>
      <StalledNote phase={phase} silent={pace.silent} />
      {previous ? (
        <p className="pt-0.5 text-12 text-muted">
          {t('model.previousWorks', { name: nameOfModel(previous.model) })}
        </p>
      ) : null}
      <div className="flex gap-2 pt-3">
        {paused || canPause(progress) ? (
          <Button size="small" variant={paused ? 'primary' : 'plain'} onClick={press}>
            {pauseLabel(words, state)}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={cancelLoading}>
          {t('model.cancelShort')}
        </Button>
      </div>
    </Card>
  )
}
