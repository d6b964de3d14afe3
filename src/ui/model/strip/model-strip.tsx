import { X } from 'lucide-react'
import { QUICK_LOOK_ID } from '../../../core/model/catalogue/model-names'
import { readsWords, type LoadedModel } from '../../../core/model/loaded-model'
import type { ModelPhase } from '../../../core/model/model-phase'
import { PHOTO_TEMPLATE } from '../../../core/question/prompts/preset-names'
import { BARE_TEMPLATE } from '../../../core/question/scoring/prompt'
import { canPause } from '../../../state/model/model-loader'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { IconButton } from '../../primitives/icon-button'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useAppState, useScreenStore } from '../../context/ui-context'
import { describeProgress, pauseLabel, useDownloadPace, type Loading } from '../load/download-progress'
import { isWithoutHub, NoHubNote, StalledNote } from '../load/no-hub-note'
import { describeSize } from '../load/plan-card'
import { nameOfModel, nameOfSource } from '../texts/model-name'
import { PhotoOffer } from '../offer/photo-offer'
import { useAirplaneOff } from '../offer/use-recommendation'
import { usePauseSwitch } from '../use-pause-switch'
import { useModelWords } from '../texts/use-model-words'
import { QuickLookButton, QuickLookNote } from './quick-look'
import { TextComing } from './text-coming'

const isQuickLook = (model: LoadedModel | undefined): boolean => model?.id === QUICK_LOOK_ID

/** How far a download is, and how to put it off. */
const Progress = ({ phase }: { readonly phase: Loading }) => {
  const words = useModelWords()
  const { t } = words
  const { cancelLoading, resumeLoading } = useActions()
  const pace = useDownloadPace()
  const turnOff = useAirplaneOff()
  const { state, press } = usePauseSwitch(phase)
  const { progress, choice, previous } = phase
  const { loaded, total } = progress
  const name = nameOfSource(choice.source)
  const known = total !== null && total > 0 && progress.stage === 'downloading'
  return (
    <>
      <div className="flex items-baseline justify-between gap-3">
        <p className="font-medium">{phase.kind === 'paused' ? name : t('model.loading', { name })}</p>
        {known ? (
          <span className="text-12 text-muted tabular-nums">
            {t('units.percent', { value: Math.floor((loaded / total) * 100) })}
          </span>
        ) : null}
      </div>
      <ProgressBar
        label={t('model.loading', { name })}
        share={known || phase.kind === 'paused' ? loaded / (total ?? 1) : null}
        className="my-1.5"
      />
      <p className="min-h-5 text-12 text-muted tabular-nums">
        {describeProgress(words, phase, pace, state === 'held')}
      </p>
      <StalledNote phase={phase} silent={pace.silent} />
      {isQuickLook(previous?.model) && previous ? (
        <p className="text-12 text-pretty text-muted">
          {`${t('model.offer.quickLookNow', { name: nameOfModel(previous.model) })} ${t('model.offer.quickLookUntil', { name })}`}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2 pt-2">
        {state === 'held' ? (
          <Button size="small" variant="primary" onClick={() => turnOff(resumeLoading)}>
            {t('model.airplaneOff')}
          </Button>
        ) : phase.kind === 'paused' || canPause(progress) ? (
          <Button size="small" variant={state === 'paused' ? 'primary' : 'plain'} onClick={press}>
            {pauseLabel(words, state)}
          </Button>
        ) : null}
        <QuickLookButton phase={phase} isHeld={state === 'held'} />
        <Button size="small" variant="quiet" onClick={cancelLoading}>
          {t('model.cancelShort')}
        </Button>
      </div>
      <QuickLookNote phase={phase} />
    </>
  )
}

/** It has come: the bars are its own now, and most photographs are told apart better by a photograph's template. */
const Ready = ({ model }: { readonly model: LoadedModel }) => {
  const { t } = useModelWords()
  const { setTemplate, dismissArrival } = useActions()
  const template = useAppState(({ settings }) => settings.template)
  const offered = readsWords(model) && template === BARE_TEMPLATE
  return (
    <>
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 font-medium text-pretty">
          {t('model.ready', { name: nameOfModel(model) })}
        </p>
        <IconButton small icon={X} label={t('model.dismiss')} onClick={dismissArrival} />
      </div>
      {offered ? (
        <div className="flex items-center gap-3 pt-1">
          <p className="min-w-0 flex-1 text-12 text-pretty text-muted">
            {t('model.templateText', { template: PHOTO_TEMPLATE })}
          </p>
          <Button
            size="small"
            className="shrink-0"
            onClick={() => {
              setTemplate(PHOTO_TEMPLATE)
              dismissArrival()
            }}
          >
            {t('model.templateUse')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** What stands in the strip; nothing where there is no news. */
const useContent = (model: ModelPhase, arrived: string | null) => {
  const words = useModelWords()
  const { t } = words
  const { cancelLoading, retryModel } = useActions()
  const stored = useAppState((state) => state.storedModels)
  const screen = useScreenStore()
  const toPanel = () => {
    screen.setState({ dialog: 'model' })
  }
  switch (model.kind) {
    case 'none':
      return null
    case 'planning':
      return model.agreed === null ? null : (
        <>
          <p className="font-medium">{t('model.loading', { name: nameOfSource(model.choice.source) })}</p>
          <ProgressBar label={t('model.stages.asking')} share={null} className="my-1.5" />
          <p className="text-12 text-muted">{t('model.stages.asking')}</p>
        </>
      )
    case 'planned':
      return (
        <>
          <p className="font-medium">{nameOfSource(model.choice.source)}</p>
          <p className="text-12 text-pretty text-muted">{describeSize(words, model, stored)}</p>
          <div className="flex flex-wrap gap-2 pt-2">
            <Button size="small" variant="primary" aria-haspopup="dialog" onClick={toPanel}>
              {t('ranking.showDetails')}
            </Button>
            <Button size="small" variant="quiet" onClick={cancelLoading}>
              {t('model.notNow')}
            </Button>
          </div>
        </>
      )
    case 'loading':
    case 'paused':
      return <Progress phase={model} />
    case 'failed':
      return isWithoutHub(model) ? (
        <NoHubNote phase={model} />
      ) : (
        <>
          <p className="pb-1.5 font-medium">
            {t('model.failed', { name: nameOfSource(model.choice.source) })}
          </p>
          <ErrorNote error={model.error}>
            <Button size="small" onClick={retryModel}>
              {t('model.retry')}
            </Button>
            <Button size="small" aria-haspopup="dialog" onClick={toPanel}>
              {t('ranking.showDetails')}
            </Button>
            <Button size="small" variant="quiet" onClick={cancelLoading}>
              {t('model.dismiss')}
            </Button>
          </ErrorNote>
        </>
      )
    case 'ready':
      if (isQuickLook(model.model))
        return (
          <>
            <p className="text-pretty">{t('model.offer.quickLookNow', { name: nameOfModel(model.model) })}</p>
            <PhotoOffer size="brief" />
          </>
        )
      return arrived === model.model.key ? <Ready model={model.model} /> : null
  }
}

/** Beside the ranking: a model on its way to it, what keeps it away, and that it has come. */
export const ModelStrip = () => {
  const { t } = useModelWords()
  const model = useAppState((state) => state.model)
  const arrived = useAppState((state) => state.arrived)
  const textArrival = useAppState((state) => state.textArrival)
  const content = useContent(model, arrived)
  if (content === null && textArrival === null) return null
  return (
    <section
      aria-label={t('model.details')}
      data-model-strip
      className="flex flex-col gap-3 border-b border-line px-4 py-2.5"
    >
      {content === null ? null : <div>{content}</div>}
      {textArrival === null ? null : (
        <div>
          <TextComing arrival={textArrival} />
        </div>
      )}
    </section>
  )
}
