import type { CallOptions } from '../../client/models/model-store'
import type { Bytes } from '../../core/brands'
import { isAsAgreed, type LoadPlan } from '../../core/model/load-plan'
import type { LoadedModel, LoadProgress, LoadStage } from '../../core/model/loaded-model'
import { isSameChoice, type ModelChoice } from '../../core/model/model-choice'
import { isUnderway, type AnsweringModel, type ModelPhase } from '../../core/model/model-phase'
import { done, type Outcome } from '../../core/errors/outcome'
import type { ActionDeps } from '../app-deps'
import { answeringModel } from './current-model'

/**
 * The way of a model from being chosen to being ready. A newer load takes the place of one that is under way, and gives
 * it back where it fails or is cancelled: whatever was to answer before answers in the end.
 */
export interface ModelLoader {
  /**
   * Asks what the choice takes; a load that is under way goes on. What is here already is loaded at once, and what a
   * person has agreed to before.
   * @param known what the host has just said.
   * @param agreed bytes that they were shown; `null` where they were shown none.
   * @returns that load, or `null` where there is none.
   */
  plan(
    choice: ModelChoice,
    agreed: Bytes | null,
    known?: LoadPlan,
  ): Promise<{ readonly loading: Promise<Outcome<LoadedModel>> } | null>
  /** @param from where a download that was paused has got to. */
  load(
    choice: ModelChoice,
    options?: Partial<CallOptions>,
    from?: LoadProgress,
  ): Promise<Outcome<LoadedModel>>
  /** Loads a model that answers until the one is here that is under way or put off, whose phase stays. */
  loadBeside(choice: ModelChoice): Promise<Outcome<LoadedModel>> | null
  /** @param cause where the airplane switch does it, which cuts what is asked of a host at every stage. */
  pause(cause?: 'airplane'): void
  /** Ends what the phase tells of and goes back to what it interrupted, or to the model that answers. */
  cancel(): void
  /** Ends whatever is under way, what was interrupted too. */
  stop(): void
}

/** A plan, or a load, that is running. */
interface Job {
  readonly kind: 'plan' | 'load'
  readonly choice: ModelChoice
  readonly controller: AbortController
  progress: LoadProgress
  /** Whether anything had to be downloaded: what was here already is no news. */
  downloads: boolean
}

const NOTHING_LOADED: LoadProgress = { stage: 'asking', loaded: 0 as Bytes, total: null }

/** Stages in which stopping saves anything: what comes after them is over in seconds. */
const PAUSABLE: ReadonlySet<LoadStage> = new Set<LoadStage>(['asking', 'waiting', 'downloading'])

/** Whether a load can be put off at this stage. */
export const canPause = ({ stage }: LoadProgress): boolean => PAUSABLE.has(stage)

/**
 * Creates the loader over the store.
 * @param onReady makes a model the one that answers; `as it is` leaves the phase at what it tells of. `arrived` where
 * it has been downloaded now.
 */
export const createModelLoader = (
  { store, engine, isolateFirst }: Pick<ActionDeps, 'store' | 'engine' | 'isolateFirst'>,
  onReady: (answering: AnsweringModel, phase: 'ready' | 'as it is', arrived: boolean) => void,
): ModelLoader => {
  const { getState, setState } = store
  /** What the phase tells of. */
  let front: Job | null = null
  /** A load that goes on while the phase tells of something else. */
  let beside: Job | null = null
  /** Loads that newer ones have stopped, the newest last. */
  let interrupted: readonly ModelChoice[] = []

  const setPhase = (model: ModelPhase) => {
    setState({ model })
  }

  // Read again each time: the model that answers may be replaced by a demoted one meanwhile.
  const underway = (choice: ModelChoice) => ({
    choice,
    previous: answeringModel(getState().model),
    meanwhile: beside && { choice: beside.choice, progress: beside.progress },
  })

  const setBeside = (job: Job | null) => {
    beside = job
    const { model } = getState()
    if (isUnderway(model)) setPhase({ ...model, meanwhile: underway(model.choice).meanwhile })
  }

  /** Stops a load so that it can be given back; a plan, and a load that is being stopped already, are just ended. */
  const interrupt = (job: Job | null) => {
    if (job?.kind === 'load' && !job.controller.signal.aborted) interrupted = [...interrupted, job.choice]
    job?.controller.abort()
  }

  const begin = (kind: Job['kind'], choice: ModelChoice, progress = NOTHING_LOADED): Job => ({
    kind,
    choice,
    controller: new AbortController(),
    progress,
    downloads: false,
  })

  const run = async (job: Job, onProgress?: CallOptions['onProgress']): Promise<Outcome<LoadedModel>> => {
    const isolating = job.choice.source.kind === 'app' ? null : isolateFirst(job.controller.signal)
    if (isolating) await isolating
    const outcome = await engine.load(job.choice, {
      signal: job.controller.signal,
      onProgress: (progress) => {
        job.progress = { ...progress, loaded: Math.max(job.progress.loaded, progress.loaded) as Bytes }
        job.downloads ||= progress.stage === 'downloading'
        const { model } = getState()
        if (job === front && model.kind === 'loading') setPhase({ ...model, progress: job.progress })
        if (job === beside) setBeside(job)
        onProgress?.(progress)
      },
    })
    if (job === front) endFront(job, outcome)
    else if (job === beside) endBeside(job, outcome)
    // Else a newer load speaks for the page now.
    return outcome
  }

  /**
   * Takes up what was stopped last, if nothing else is under way. At once with the phase that `tell` sets: in between,
   * a caller that waits for a model would see none on its way.
   */
  const giveBack = (tell: () => void) => {
    const choice = front || beside ? undefined : interrupted.at(-1)
    if (!choice) {
      tell()
      return
    }
    interrupted = interrupted.slice(0, -1)
    const job = begin('load', choice)
    beside = job
    tell()
    void run(job)
  }

  /** Tells of the load that goes on, of the model that answers, or of none. */
  const rest = () => {
    front = null
    giveBack(() => {
      const before = answeringModel(getState().model)
      front = beside
      beside = null
      if (front) setPhase({ kind: 'loading', ...underway(front.choice), progress: front.progress })
      else setPhase(before ? { kind: 'ready', model: before.model, choice: before.choice } : { kind: 'none' })
    })
  }

  const endFront = (job: Job, outcome: Outcome<LoadedModel>) => {
    const { model } = getState()
    front = null
    if (outcome.kind === 'done') {
      // Also where a pause came too late to stop it.
      stopOthers()
      onReady({ model: outcome.value, choice: job.choice }, 'ready', job.downloads)
    } else if (model.kind === 'paused') {
      if (!model.previous)
        giveBack(() => {
          setBeside(beside)
        })
    } else if (outcome.kind === 'cancelled') rest()
    else
      giveBack(() => {
        setPhase({
          kind: 'failed',
          during: 'loading',
          ...underway(job.choice),
          agreed: null,
          error: outcome.error,
        })
      })
  }

  const endBeside = (job: Job, outcome: Outcome<LoadedModel>) => {
    beside = null
    if (outcome.kind !== 'done') {
      giveBack(() => {
        setBeside(beside)
      })
      return
    }
    // What it had interrupted in its turn is of no more use.
    interrupted = []
    setBeside(null)
    onReady({ model: outcome.value, choice: job.choice }, 'as it is', false)
  }

  const stopOthers = () => {
    beside?.controller.abort()
    beside = null
    interrupted = []
  }

  const load: ModelLoader['load'] = async (choice, { signal, onProgress } = {}, from = NOTHING_LOADED) => {
    // Gone on with, a download leaves what answers meanwhile on its way too.
    const { model: before } = getState()
    const goesOn = before.kind === 'paused' && isSameChoice(before.choice, choice)
    if (!goesOn) interrupt(beside)
    interrupt(front)
    interrupted = interrupted.filter((other) => !isSameChoice(other, choice))
    const job = begin('load', choice, { ...from, stage: 'asking' })
    const abort = () => {
      job.controller.abort()
    }
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    front = job
    if (!goesOn) beside = null
    setState({ arrived: null, model: { kind: 'loading', ...underway(choice), progress: job.progress } })
    const outcome = await run(job, onProgress)
    signal?.removeEventListener('abort', abort)
    return outcome
  }

  return {
    load,
    plan: async (choice, agreed, known) => {
      if (front?.kind === 'load' && !front.controller.signal.aborted) beside = front
      else front?.controller.abort()
      const job = begin('plan', choice)
      front = job
      setPhase({ kind: 'planning', ...underway(choice), agreed })
      const { signal } = job.controller
      const outcome = known ? done(known) : await engine.plan(choice, signal)
      if (front !== job) return null
      front = null
      switch (outcome.kind) {
        case 'done':
          if (outcome.value.missing === 0 || (agreed !== null && isAsAgreed(outcome.value.missing, agreed)))
            return { loading: load(choice) }
          giveBack(() => {
            setPhase({ kind: 'planned', ...underway(choice), agreed, plan: outcome.value })
          })
          break
        case 'cancelled':
          rest()
          break
        case 'failed':
          giveBack(() => {
            setPhase({
              kind: 'failed',
              during: 'planning',
              ...underway(choice),
              agreed,
              error: outcome.error,
            })
          })
          break
      }
      return null
    },
    loadBeside: (choice) => {
      const isAwaited = front ? front.kind === 'load' : getState().model.kind === 'paused'
      if (!isAwaited || beside) return null
      const job = begin('load', choice)
      setBeside(job)
      return run(job)
    },
    pause: (cause) => {
      const { model } = getState()
      if (model.kind !== 'loading') return
      if (cause ? model.progress.stage === 'opening' : !canPause(model.progress)) return
      setPhase({ ...model, kind: 'paused', ...(cause && { cause }) })
      front?.controller.abort()
    },
    cancel: () => {
      const { model } = getState()
      if (!isUnderway(model)) return
      front?.controller.abort()
      rest()
    },
    stop: () => {
      front?.controller.abort()
      front = null
      stopOthers()
      if (isUnderway(getState().model)) rest()
    },
  }
}
