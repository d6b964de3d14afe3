import { NO_FILTER } from '../../core/desk/view/filter-changes'
import type { Bytes } from '../../core/brands'
import type { CallOptions } from '../../client/models/model-store'
import type { LoadPlan } from '../../core/model/load-plan'
import type { LoadedModel, LoadProgress } from '../../core/model/loaded-model'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import type { AnsweringModel } from '../../core/model/model-phase'
import { isElsewhere, sourceName } from '../../core/model/model-source'
import type { Outcome } from '../../core/errors/outcome'
import type { Keeping } from '../../platform/device/secure-parts'
import type { ModelActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { NoticeAction } from '../app-state'
import type { AppState } from '../app-state'
import { answeringModel, currentModel } from './current-model'
import { demotionOf, describeDemotion, isSameDemotion } from '../messages/describe-demotion'
import { createModelLoader, type ModelLoader } from './model-loader'
import type { Notices } from '../messages/notices'
import { pictureSpeed } from '../pictures/queue/picture-speed'
import type { PictureQueue } from '../pictures/queue/picture-queue'
import { readHost } from '../site/read-host'

/** Loading as programs see it: with an outcome and progress of its own, and nothing remembered. */
export type LoadModel = (choice: ModelChoice, options?: Partial<CallOptions>) => Promise<Outcome<LoadedModel>>

/** The actions, and what only the app's own parts may do. */
export interface ModelActionParts {
  readonly actions: ModelActions
  readonly loader: ModelLoader
  readonly load: LoadModel
  /** Puts off a download that the airplane switch cuts, and offers to go on with it when it is off again. */
  heedAirplane(on: boolean, ownOrigin: string): void
}

const details: NoticeAction = { label: ({ t }) => t('notices.details'), opens: 'model' }

/** Tells what is not as it should be about a model that answers now; what was told at an earlier visit is not news. */
const announce = ({ show }: Notices, keeping: Keeping, model: LoadedModel, before: LoadedModel | null) => {
  const demotion = demotionOf(model)
  const holds = (state: AppState) => currentModel(state.model)?.key === model.key
  const ofModel = { tone: 'problem', action: details, holds } as const
  if (
    demotion !== null &&
    !model.demotedFrom?.remembered &&
    !isSameDemotion(demotion, before && demotionOf(before))
  )
    show({ ...ofModel, text: (words) => describeDemotion(words, demotion) })
  // Where nothing can be kept, that was said once for all models.
  if (!model.kept && keeping === 'kept' && before?.key !== model.key)
    show({ ...ofModel, text: ({ t }) => t('notices.notKept', { name: model.name }) })
}

/**
 * Builds the loading of models.
 * @param onStoreChanged told when there may be more or less on this device than before.
 */
export const createModelActions = (
  {
    store,
    engine,
    isolateFirst,
    builtIn,
    keeping,
  }: Pick<ActionDeps, 'store' | 'engine' | 'isolateFirst' | 'builtIn' | 'keeping'>,
  queue: PictureQueue,
  notices: Notices,
  onStoreChanged: () => void,
): ModelActionParts => {
  const { getState, setState } = store

  /** Makes `model` the one that answers: what another has encoded is encoded again, in place. */
  const answerWith = (
    { model, choice: asked }: AnsweringModel,
    phase: 'ready' | 'as it is',
    arrived: boolean,
  ) => {
    // It is here now: the next load asks no host.
    const choice = { ...asked, newest: undefined, finer: undefined }
    const before = currentModel(getState().model)
    const switched = before?.key !== model.key
    setState((state) => ({
      // What comes with the app comes at every visit.
      arrived: arrived && choice.source.kind !== 'app' ? model.key : state.arrived,
      model:
        phase === 'ready' || state.model.kind === 'ready' || state.model.kind === 'none'
          ? { kind: 'ready', model, choice }
          : { ...state.model, previous: { model, choice } },
      lastChoices: { ...state.lastChoices, [model.task]: choice },
      // Tags and fixed labels filter by ids of their own.
      filter: before?.task === model.task ? state.filter : NO_FILTER,
      promptEmbeddings: switched ? new Map() : state.promptEmbeddings,
      pictures: state.pictures.map((picture) =>
        // What is elsewhere may have been seen there by this one.
        (picture.phase.kind === 'ready' && picture.phase.encoded.modelKey !== model.key) ||
        (picture.phase.kind === 'failed' && picture.absent)
          ? { ...picture, phase: { kind: 'waiting', facts: picture.phase.facts } }
          : picture,
      ),
    }))
    announce(notices, keeping, model, before)
    queue.pump()
  }

  const loader = createModelLoader({ store, engine, isolateFirst }, (answering, phase, arrived) => {
    answerWith(answering, phase, arrived)
    if (answering.choice.source.kind !== 'app') onStoreChanged()
  })

  engine.onModelChanged((model) => {
    const answering = answeringModel(getState().model)
    if (answering) answerWith({ model, choice: answering.choice }, 'as it is', false)
  })

  // Another tab may have set it too. The model answers by another key then, as after a demotion.
  engine.lookOver(getState().settings.extent)
  store.subscribe(({ settings }, before) => {
    if (settings.extent !== before.settings.extent) engine.lookOver(settings.extent)
  })

  engine.onTextArrival((textArrival) => {
    setState({ textArrival })
    if (textArrival === null) onStoreChanged()
  })

  /** The next visit begins with it, if it is here whole by then. */
  const remember = (choice: ModelChoice) => {
    setState(({ settings }) => ({
      settings: { ...settings, chosenModel: choice.source.kind === 'app' ? null : choice },
    }))
  }

  /** Remembers a choice, until its load fails. */
  const rememberWhile = async (choice: ModelChoice, loading: Promise<Outcome<LoadedModel>>) => {
    const { chosenModel: before } = getState().settings
    remember(choice)
    const outcome = await loading
    // One that cannot be had at all is not tried again at each visit; a line that was cut is no verdict.
    const isHopeless = outcome.kind === 'failed' && outcome.error.code !== 'NETWORK'
    if (isHopeless && getState().settings.chosenModel === choice)
      setState(({ settings }) => ({ settings: { ...settings, chosenModel: before } }))
  }

  const load = (choice: ModelChoice, from?: LoadProgress) =>
    rememberWhile(choice, loader.load(choice, {}, from))

  const plan = async (choice: ModelChoice, agreed: Bytes | null = null, known?: LoadPlan) => {
    const begun = await loader.plan(choice, agreed, known)
    if (begun) void rememberWhile(choice, begun.loading)
  }

  const actions: ModelActions = {
    loadModel: (source, insisted) => load(choiceOf(source, insisted)),
    loadBuiltIn: () => void load(builtIn),
    chooseModel: (choice, known) => plan(choice, null, known),
    getModel: plan,
    loadBeside: loader.loadBeside,
    dismissArrival: () => {
      setState({ arrived: null })
    },
    returnToTask: async (task) => {
      const choice = getState().lastChoices[task]
      if (!choice) return false
      // What ships with the app is here and has no plan.
      await (choice.source.kind === 'app' ? load(choice) : plan(choice))
      return true
    },
    confirmModel: () => {
      const { model } = getState()
      if (model.kind === 'planned') void load(model.choice)
    },
    pauseLoading: () => {
      loader.pause()
    },
    resumeLoading: () => {
      const { model } = getState()
      if (model.kind === 'paused') void load(model.choice, model.progress)
    },
    releaseLoading: () => {
      setState(({ model }) => {
        if (model.kind !== 'paused') return {}
        const { kind, choice, previous, meanwhile, progress } = model
        return { model: { kind, choice, previous, meanwhile, progress } }
      })
    },
    cancelLoading: () => {
      const { model } = getState()
      loader.cancel()
      if ((model.kind !== 'loading' && model.kind !== 'paused') || model.progress.loaded === 0) return
      onStoreChanged()
      notices.show({
        tone: 'info',
        text: ({ t }) => t('notices.downloadStopped'),
        action: { label: ({ t }) => t('notices.show'), opens: 'model' },
      })
    },
    retryModel: () => {
      const { model, settings } = getState()
      if (model.kind !== 'failed') return
      const { source } = model.choice
      // A host that gave no answer may have been put out for a mirror meanwhile: that is what is to be tried.
      const isOut = model.error.code === 'NETWORK' && source.kind === 'hub'
      const choice = isOut
        ? { ...model.choice, source: { ...source, host: settings.modelHost } }
        : model.choice
      void (model.during === 'planning' ? plan(choice, model.agreed) : load(choice))
    },
    retryText: engine.retryText,
    retryGraphicsCard: () => {
      const answering = answeringModel(getState().model)
      engine.forgetDemotions()
      // What the card wants may be another file than what is here: its size is shown first.
      if (answering) void loader.plan({ ...answering.choice, device: 'webgpu', dtype: 'auto' }, null)
    },
    unloadModel: () => {
      loader.stop()
      engine.unload()
      setState({ model: { kind: 'none' }, promptEmbeddings: new Map() })
      queue.pump()
    },
    setModelHost: (address) => {
      const modelHost = readHost(address)
      if (modelHost === null) return false
      setState(({ settings }) => ({ settings: { ...settings, modelHost } }))
      return true
    },
    pictureSpeed: () => pictureSpeed(engine.stats().pictureTimes),
  }
  const heedAirplane = (on: boolean, ownOrigin: string) => {
    const { model } = getState()
    if (on) {
      if (model.kind === 'loading' && isElsewhere(model.choice.source, ownOrigin)) loader.pause('airplane')
      return
    }
    if (model.kind !== 'paused' || model.cause !== 'airplane') return
    const name = sourceName(model.choice.source)
    const id = notices.show({
      tone: 'info',
      text: ({ t }) => t('notices.airplaneOff', { name }),
      holds: (state) => state.model.kind === 'paused',
      action: {
        label: ({ t }) => t('model.resumeShort'),
        run: () => {
          notices.dismiss(id)
          actions.resumeLoading()
        },
      },
    })
  }

  return {
    actions,
    loader,
    heedAirplane,
    load: (choice, options) => loader.load(choice, options),
  }
}
