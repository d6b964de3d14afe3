import { createStore, type StoreApi } from 'zustand/vanilla'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import { knowsDrawingsOnly } from '../../../core/model/model-facts'
import { isOnItsWay } from '../../../core/model/model-phase'
import { readTemplates, toPrompts } from '../../../core/question/prompts/tag-prompts'
import { drawnWords } from '../../../core/tags/suggestions/drawn-words'
import { vocabulary } from '../../../core/tags/suggestions/vocabulary'
import type { WordVectorStore } from '../../../platform/storage/word-vectors'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import { wordModel } from '../../model/current-model'
import type { WordsPhase } from './suggestions'

/** What a model has made of words in one template. */
export interface WordVectors {
  readonly modelKey: string
  readonly template: string
  readonly logitScale: number
  readonly drawingsOnly: boolean
  readonly words: readonly string[]
  /** Numbers of each. */
  readonly width: number
  /** Of the first `done` words, one after another. */
  readonly values: Float32Array<ArrayBuffer>
  readonly done: number
}

/** Words of the first slice, and of any at most. */
const FIRST_SLICE = 4
const LARGEST_SLICE = 64

/** A slice that takes longer than this, in milliseconds, is followed by a shorter one: a tag waits for no more. */
const SLICE_MS = 120

/** Whether nothing of the person's own waits for the model. */
const isFree = ({ queue, embeddingTags, search, readingIn, model, isStarting }: AppState): boolean =>
  queue.kind !== 'running' &&
  !embeddingTags &&
  search?.phase.kind !== 'embedding' &&
  readingIn === 0 &&
  !isStarting &&
  !isOnItsWay(model)

/** What is to be encoded now, and by what; `null` where no model reads words. */
const wishOf = ({ model, settings }: AppState) => {
  const answering = wordModel(model)
  if (!answering) return null
  const [template = '{}'] = readTemplates(settings.template)
  const { key, dtype, logitScale } = answering
  return { modelKey: key, keptAs: `${key}|${dtype.text}`, template, logitScale, model: answering }
}

/** Encodes words while nothing else is asked of the model, once for each model and template. */
export interface WordEncoder {
  readonly phase: StoreApi<WordsPhase>
  /** What there is by now, of the model that answers; `null` where there is nothing. */
  vectors(): WordVectors | null
  /** Begins where that has not been done, and goes on with other models and templates by itself. */
  start(): void
  stop(): void
  /** Starts, and resolves when all words are there. */
  all(signal: AbortSignal): Promise<Outcome<WordVectors>>
}

/** Creates it. @param kept where vectors outlive a visit; without it they are made again. */
export const createWordEncoder = (
  { store, engine, now }: Pick<ActionDeps, 'store' | 'engine' | 'now'>,
  kept: WordVectorStore,
): WordEncoder => {
  const phase = createStore<WordsPhase>(() => ({ kind: 'none' }))
  let vectors: WordVectors | null = null
  let underWay: AbortController | null = null
  let wanted = false

  /** Resolves when the model has nothing better to do; `false` when this was given up before. */
  const whenFree = (signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const look = () => {
        if (!signal.aborted && !isFree(store.getState())) return false
        unsubscribe()
        signal.removeEventListener('abort', look)
        resolve(!signal.aborted)
        return true
      }
      const unsubscribe = store.subscribe(look)
      signal.addEventListener('abort', look)
      if (!look()) phase.setState((known) => (known.kind === 'encoding' ? { ...known, waits: true } : known))
    })

  const recall = async (keptAs: string, template: string, words: string) => {
    try {
      const found = await kept.read(keptAs, template)
      return found?.words === words ? found.values : null
    } catch {
      // Nothing is kept here.
      return null
    }
  }

  const encode = async (wish: NonNullable<ReturnType<typeof wishOf>>, signal: AbortSignal) => {
    const { modelKey, keptAs, template, logitScale, model } = wish
    const drawingsOnly = knowsDrawingsOnly(model)
    const words = drawingsOnly ? drawnWords() : vocabulary()
    // Asked through a function, since it changes while this waits.
    const isOver = () => signal.aborted
    const facts = { modelKey, template, logitScale, drawingsOnly, words }
    const total = words.length
    const finish = (values: Float32Array<ArrayBuffer>) => {
      vectors = { ...facts, width: values.length / total, values, done: total }
      phase.setState({ kind: 'ready', total }, true)
    }
    phase.setState({ kind: 'encoding', done: 0, total, waits: false }, true)
    const known = drawingsOnly ? null : await recall(keptAs, template, words.join('\n'))
    if (isOver()) return
    if (known) {
      finish(known)
      return
    }
    let values: Float32Array<ArrayBuffer> = new Float32Array(0)
    let slice = FIRST_SLICE
    for (let at = 0; at < total;) {
      if (!(await whenFree(signal))) return
      const some = words.slice(at, at + slice)
      const begun = now()
      const outcome = await engine.embedAside(toPrompts(some, [template]), signal)
      if (isOver()) return
      if (outcome.kind !== 'done') {
        phase.setState(outcome.kind === 'failed' ? outcome : { kind: 'stopped', done: at, total }, true)
        return
      }
      const took = now() - begun
      const width = outcome.value[0]?.embedding.length ?? 0
      if (values.length === 0) values = new Float32Array(total * width)
      outcome.value.forEach(({ embedding }, i) => {
        values.set(embedding, (at + i) * width)
      })
      at += some.length
      vectors = { ...facts, width, values, done: at }
      phase.setState({ kind: 'encoding', done: at, total, waits: false }, true)
      slice =
        took > SLICE_MS
          ? Math.max(1, slice >> 1)
          : Math.min(LARGEST_SLICE, took < SLICE_MS / 3 ? slice * 2 : slice)
    }
    finish(values)
    // Where it cannot be kept it is made again at the next visit.
    if (!drawingsOnly)
      kept.write(keptAs, template, { words: words.join('\n'), values }).catch(() => undefined)
  }

  const begin = () => {
    underWay?.abort()
    underWay = null
    vectors = null
    const wish = wishOf(store.getState())
    if (!wish) {
      phase.setState({ kind: 'none' }, true)
      return
    }
    underWay = new AbortController()
    void encode(wish, underWay.signal)
  }

  const current = () => {
    const wish = wishOf(store.getState())
    return vectors?.modelKey === wish?.modelKey && vectors?.template === wish?.template ? vectors : null
  }

  store.subscribe((state, before) => {
    if (!wanted || (state.model === before.model && state.settings.template === before.settings.template))
      return
    const [wish, last] = [wishOf(state), wishOf(before)]
    if (wish?.modelKey !== last?.modelKey || wish?.template !== last?.template) begin()
  })

  const start = () => {
    wanted = true
    const { kind } = phase.getState()
    if (kind === 'none' || kind === 'failed' || kind === 'stopped') begin()
  }

  return {
    phase,
    vectors: current,
    start,
    stop: () => {
      underWay?.abort()
      underWay = null
      phase.setState(
        (known) =>
          known.kind === 'encoding' ? { kind: 'stopped', done: known.done, total: known.total } : known,
        true,
      )
    },
    all: (signal) =>
      new Promise((resolve) => {
        const look = () => {
          const now = phase.getState()
          const whole = current()
          const outcome = signal.aborted
            ? cancelled
            : now.kind === 'ready' && whole
              ? done(whole)
              : now.kind === 'failed'
                ? failed(now.error)
                : now.kind === 'none'
                  ? failed({ code: 'MODEL_NOT_LOADED' } as const)
                  : now.kind === 'stopped'
                    ? cancelled
                    : null
          if (!outcome) return
          unsubscribe()
          signal.removeEventListener('abort', look)
          resolve(outcome)
        }
        start()
        const unsubscribe = phase.subscribe(look)
        signal.addEventListener('abort', look)
        look()
      }),
  }
}
