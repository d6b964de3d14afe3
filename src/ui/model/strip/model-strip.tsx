import { useEffect, useState } from 'react'
import { QUICK_LOOK_ID } from '../../../core/model/catalogue/model-names'
import type { LoadedModel } from '../../../core/model/loaded-model'
import type { ModelPhase } from '../../../core/model/model-phase'
import { sourceKey } from '../../../core/model/model-source'
import { PHOTO_TEMPLATE } from '../../../core/question/prompts/preset-names'
import { BARE_TEMPLATE } from '../../../core/question/scoring/prompt'
import { answeringModel } from '../../../state/model/current-model'
import { canPause } from '../../../state/model/model-loader'
import { Button } from '../../primitives/button'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useApp, useAppState, useScreenStore } from '../../context/ui-context'
import { describeProgress, PAUSE_LABELS, useDownloadPace, type Loading } from '../load/download-progress'
import { isWithoutHub, NoHubNote, StalledNote } from '../load/no-hub-note'
import { nameOfModel, nameOfSource } from '../texts/model-name'
import { PhotoOffer } from '../offer/photo-offer'
import { useAirplaneOff, useQuickLook } from '../offer/use-recommendation'
import { usePauseSwitch } from '../use-pause-switch'
import { useModelWords } from '../texts/use-model-words'
import { TextComing } from './text-coming'

const isQuickLook = (model: LoadedModel | undefined): boolean => model?.id === QUICK_LOOK_ID

/** Answers in the meantime, by labels of its own: offered while what answers knows neither tags nor photographs. */
const QuickLookButton = ({ phase }: { readonly phase: Loading }) => {
  const { t, format } = useModelWords()
  const { loadBeside } = useActions()
  const { selectors } = useApp()
  const beyond = useAppState((state) => selectors.beyondModelCount(state) > 0)
  const { choice, size } = useQuickLook()
  if (phase.kind !== 'loading' || phase.progress.stage !== 'downloading') return null
  if (!beyond || phase.meanwhile !== null) return null
  return (
    <Button
      size="small"
      data-tip={t('model.offer.quickLookText')}
      onClick={() => {
        loadBeside(choice)
      }}
    >
      {t('model.offer.quickLook', { size: format.bytes(size) })}
    </Button>
  )
}

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
            {t(PAUSE_LABELS[state])}
          </Button>
        ) : null}
        <QuickLookButton phase={phase} />
        <Button size="small" variant="quiet" onClick={cancelLoading}>
          {t('model.cancelShort')}
        </Button>
      </div>
    </>
  )
}

/** It has come: the bars are its own now, and most photographs are told apart better by a photograph's template. */
const Ready = ({ model, onClose }: { readonly model: LoadedModel; readonly onClose: () => void }) => {
  const { t } = useModelWords()
  const { setTemplate } = useActions()
  const template = useAppState(({ settings }) => settings.template)
  const offered = model.task === 'zero-shot' && template === BARE_TEMPLATE
  return (
    <>
      <p className="font-medium">{t('model.ready', { name: nameOfModel(model) })}</p>
      {offered ? (
        <p className="pt-0.5 text-pretty">{t('model.templateText', { template: PHOTO_TEMPLATE })}</p>
      ) : null}
      <div className="flex flex-wrap gap-2 pt-2">
        {offered ? (
          <Button
            size="small"
            variant="primary"
            onClick={() => {
              setTemplate(PHOTO_TEMPLATE)
              onClose()
            }}
          >
            {t('model.templateUse')}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('model.dismiss')}
        </Button>
      </div>
    </>
  )
}

/** What stands in the strip; nothing where there is no news. */
const useContent = (model: ModelPhase, hasCome: boolean, onClose: () => void) => {
  const { t } = useModelWords()
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
          <Button size="small" variant="primary" className="mt-2" aria-haspopup="dialog" onClick={toPanel}>
            {t('ranking.showDetails')}
          </Button>
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
          <p className="font-medium">{t('model.failed', { name: nameOfSource(model.choice.source) })}</p>
          <Button size="small" className="mt-2" aria-haspopup="dialog" onClick={toPanel}>
            {t('ranking.showDetails')}
          </Button>
        </>
      )
    case 'ready':
      if (isQuickLook(model.model))
        return (
          <>
            <p className="text-pretty">{t('model.offer.quickLookNow', { name: nameOfModel(model.model) })}</p>
            <PhotoOffer />
          </>
        )
      return hasCome ? <Ready model={model.model} onClose={onClose} /> : null
  }
}

/** Beside the ranking: a model on its way to it, what keeps it away, and that it has come. */
export const ModelStrip = () => {
  const { store } = useApp()
  const { t } = useModelWords()
  const model = useAppState((state) => state.model)
  const textArrival = useAppState((state) => state.textArrival)
  const [come, setCome] = useState<LoadedModel | null>(null)
  useEffect(() => {
    // What was here already is opened at each visit, and is no news.
    let downloads = false
    return store.subscribe(({ model: now }, { model: before }) => {
      if (now === before) return
      if (now.kind === 'loading') downloads ||= now.progress.stage === 'downloading'
      else if (now.kind === 'ready' && before.kind === 'loading' && downloads) {
        // Cancelled, the model before it answers again, which is no news either.
        if (sourceKey(now.choice.source) === sourceKey(before.choice.source)) setCome(now.model)
      }
      if (now.kind !== 'ready') setCome(null)
      else downloads = false
    })
  }, [store])
  const answering = answeringModel(model)
  const content = useContent(model, come !== null && come.key === answering?.model.key, () => {
    setCome(null)
  })
  if (content === null && textArrival === null) return null
  return (
    <section aria-label={t('model.details')} className="flex flex-col gap-3 border-b border-line px-4 py-3">
      {content === null ? null : <div>{content}</div>}
      {textArrival === null ? null : (
        <div>
          <TextComing arrival={textArrival} />
        </div>
      )}
    </section>
  )
}
