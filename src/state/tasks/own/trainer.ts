import type { StoreApi } from 'zustand/vanilla'
import type { Classifier } from '../../../client/classifier/create-classifier'
import type { Head } from '../../../core/tasks/own/head'
import type { Choice } from '../../../core/tasks/own/train'
import { headVersion } from '../../../core/tasks/own/own-record'
import { canLearn } from '../../../core/tasks/own/training-set'
import type { AppState } from '../../app-state'
import type { OwnHead } from './own-head'
import { wordModel } from '../../model/current-model'
import { gatherExamples, type GatheredExamples } from './gather-examples'

/** Without another mark for so long, what was marked is judged: each judging costs many fits. */
const REST_MS = 300

/** What a choice of the folds is for: other classes, or another model, want another. */
const choiceKey = ({ modelKey, examples: { mode }, classIds }: GatheredExamples): string =>
  JSON.stringify([modelKey, mode, classIds])

/** A head from a file without examples. */
export interface HeadAlone {
  /** Of the model whose vectors it reads. */
  readonly modelKey: string
  readonly head: Head
  /** Ids of its classes, which are tags of its own. */
  readonly classIds: readonly string[]
}

/** The head of a file, as far as it can answer now: while its tags are there, and its model and mode are. */
const answering = (
  alone: HeadAlone | null,
  { tags, model, settings }: Pick<AppState, 'tags' | 'model' | 'settings'>,
): OwnHead | null => {
  if (!alone || wordModel(model)?.key !== alone.modelKey) return null
  const has = new Set(tags.map(({ id }) => id))
  if (settings.rules.mode !== alone.head.mode || !alone.classIds.every((id) => has.has(id))) return null
  const { modelKey, head, classIds } = alone
  return {
    ...{ modelKey, mode: head.mode, head, classIds, learnedIds: classIds, examples: 0 },
    ...{ choice: null, report: null, findings: null, progress: null },
  }
}

/** What a person can do about learning. */
export interface Trainer {
  /** Learns again where that has failed. */
  retry(): void
  /** Lets a head without examples answer until there are examples to learn from. */
  answerBy(alone: HeadAlone): void
}

/**
 * Keeps the head in step with marks, tags and model, once the person wants one. Every change fits it at once; a rest has it
 * judged. The newest wins.
 */
export const startTrainer = (
  store: StoreApi<AppState>,
  classifier: Pick<Classifier, 'fit' | 'train'>,
): Trainer => {
  const { getState, setState } = store
  let underWay: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let doneKey = ''
  let alone: HeadAlone | null = null
  const choices = new Map<string, Choice>()

  const judge = async (gathered: GatheredExamples, signal: AbortSignal) => {
    const set = (change: Partial<OwnHead>) => {
      setState(({ own }) => (own ? { own: { ...own, ...change } } : {}))
    }
    const outcome = await classifier.train(gathered.examples, signal, (progress) => {
      set({ progress })
    })
    if (signal.aborted) return
    if (outcome.kind !== 'done') {
      set({ progress: null })
      if (outcome.kind === 'failed') setState({ ownError: outcome.error })
      return
    }
    choices.set(choiceKey(gathered), outcome.value.choice)
    set({ ...outcome.value, progress: null })
  }

  const learn = async (gathered: GatheredExamples, signal: AbortSignal) => {
    const choice = choices.get(choiceKey(gathered)) ?? null
    const { modelKey, classIds, learnedIds, examples } = gathered
    const outcome = await classifier.fit(examples, choice, signal)
    if (signal.aborted) return
    // A head that could not be fitted now leaves the one before; the next mark tries again.
    if (outcome.kind === 'failed') setState({ ownError: outcome.error })
    if (outcome.kind !== 'done') return
    const before = getState().own
    const isSame = before?.modelKey === modelKey && before.mode === examples.mode
    setState({
      own: {
        ...{
          modelKey,
          mode: examples.mode,
          head: outcome.value,
          examples: examples.ids.length,
          classIds,
          learnedIds,
          choice,
          report: isSame ? before.report : null,
          findings: isSame ? before.findings : null,
        },
        progress: 0,
      },
    })
    timer = setTimeout(() => void judge(gathered, signal), REST_MS)
  }

  const update = (state: AppState) => {
    if (!state.learns) return
    const gathered = state.marks.length === 0 ? null : gatherExamples(state)
    // Tags or a model that are on their way change nothing yet.
    if (state.marks.length > 0 && gathered === null) return
    const opened = answering(alone, state)
    const key = `${gathered?.key ?? ''}${opened ? headVersion(opened.head) : ''}`
    if (key === doneKey) return
    doneKey = key
    underWay?.abort()
    clearTimeout(timer)
    underWay = new AbortController()
    if (state.ownError !== null) setState({ ownError: null })
    if (gathered && canLearn({ ...gathered.examples, groups: gathered.examples.ids }))
      void learn(gathered, underWay.signal)
    else if (opened || state.own !== null) setState({ own: opened })
  }

  /** Whether marks wait for vectors of the model that answers, so that pictures matter. */
  const waitsForVectors = ({ marks, model }: AppState): boolean => {
    const key = wordModel(model)?.key
    return marks.some(({ encoded }) => encoded?.modelKey !== key)
  }

  store.subscribe((state, before) => {
    if (
      state.learns !== before.learns ||
      state.marks !== before.marks ||
      state.tags !== before.tags ||
      state.model !== before.model ||
      state.promptEmbeddings !== before.promptEmbeddings ||
      state.pictureTags !== before.pictureTags ||
      state.settings.rules.mode !== before.settings.rules.mode ||
      (state.learns && state.pictures !== before.pictures && waitsForVectors(state))
    )
      update(getState())
  })
  update(getState())
  return {
    retry: () => {
      doneKey = ''
      update(getState())
    },
    answerBy: (one) => {
      alone = one
      update(getState())
    },
  }
}
