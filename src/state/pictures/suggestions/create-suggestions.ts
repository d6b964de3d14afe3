import { createStore } from 'zustand/vanilla'
import { cancelled, done, type Outcome } from '../../../core/errors/outcome'
import { readTag, toPrompts } from '../../../core/question/prompts/tag-prompts'
import { NEUTRAL_TAGS } from '../../../core/question/scoring/neutral-tags'
import {
  coverPictures,
  nearestWords,
  type SuggestedWord,
} from '../../../core/tags/suggestions/cover-pictures'
import { findWords, holdPlainly, type Texts } from '../../../core/tags/suggestions/find-words'
import { tagKey } from '../../../core/tags/parse-tags'
import type { FoundWords } from '../../../core/desk/suggestions/words-of-rows'
import type { WordVectorStore } from '../../../platform/storage/word-vectors'
import type { ActionDeps } from '../../app-deps'
import type { Arranger } from '../arranged/create-arranger'
import { createWordEncoder, type WordVectors } from './encode-words'
import type { SuggestedFor, SuggestionState, Suggestions } from './suggestions'

/** Words of a list and of one picture. */
const FOR_LIST = 12
const FOR_PICTURE = 8

/** Words from which on suggestions are made; more are looked at when there are twice as many, and when all are there. */
const FIRST_LOOK = 256

/** Creates what suggests tags. */
export const createSuggestions = (
  deps: Pick<ActionDeps, 'store' | 'selectors' | 'engine' | 'now'>,
  arranger: Arranger,
  kept: WordVectorStore,
): Suggestions => {
  const { store: app, selectors, engine } = deps
  const encoder = createWordEncoder(deps, kept)
  const store = createStore<SuggestionState>(() => ({
    ...{ words: { kind: 'none' }, drawingsOnly: false, found: null, phase: { kind: 'none' } },
  }))
  let asked: SuggestedFor | null = null
  let looking: AbortController | null = null
  /** Words of one picture that were shown and asked to be followed by others, by their keys. */
  let passed: ReadonlySet<string> = new Set()
  /** What the newest look was at. */
  let seen: { readonly pictures: unknown; readonly compared: number } | null = null

  /** The words, then what a word has to beat: texts that say nothing, and the tags that there are. */
  const textsOf = async (vectors: WordVectors, signal: AbortSignal): Promise<Outcome<Texts>> => {
    const tags = app.getState().tags.flatMap(({ text, picture }) => (picture ? [] : readTag(text).phrasings))
    const beside = await engine.embedPrompts(
      toPrompts([...NEUTRAL_TAGS, ...tags], [vectors.template]),
      signal,
    )
    if (beside.kind !== 'done') return beside
    const { width, done: words, logitScale } = vectors
    const values = new Float32Array((words + beside.value.length) * width)
    values.set(vectors.values.subarray(0, words * width))
    beside.value.forEach(({ embedding }, i) => {
      values.set(embedding, (words + i) * width)
    })
    return done({ values, width, words, logitScale })
  }

  /** The keys of everything that the tags say. */
  const tagKeys = () =>
    new Set(
      app
        .getState()
        .tags.flatMap(({ text, picture }) => (picture ? [] : [text, ...readTag(text).phrasings]).map(tagKey)),
    )

  /**
   * Words that are not to be offered: what is a tag, and of one picture what was passed over. A word that was offered and
   * has become a tag stays in its place, so that it can be taken back.
   */
  const leftOut = ({ words }: WordVectors): readonly number[] => {
    const offered = new Set(store.getState().found?.suggestions.map(({ text }) => tagKey(text)))
    const tags = tagKeys()
    return words.flatMap((word, place) => {
      const key = tagKey(word)
      return passed.has(key) || (tags.has(key) && !offered.has(key)) ? [place] : []
    })
  }

  const toTexts = ({ words }: WordVectors, found: readonly SuggestedWord[]) =>
    found.map(({ word, pictures }) => ({ text: words[word] ?? '', pictures }))

  const ask = async (
    vectors: WordVectors,
    groups: readonly (readonly number[])[] | null,
    count: number,
    without: readonly number[],
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<FoundWords>> => {
    const texts = await textsOf(vectors, signal)
    if (texts.kind !== 'done') return texts
    const { modelKey, drawingsOnly } = vectors
    const question = { modelKey, drawingsOnly, texts: { ...texts.value, without }, groups, count }
    return arranger.ask((columns, news) => columns.words(news(), question, signal, onProgress))
  }

  const look = async () => {
    looking?.abort()
    const vectors = encoder.vectors()
    if (!asked || !vectors || vectors.done < Math.min(FIRST_LOOK, vectors.words.length)) return
    const own = new AbortController()
    looking = own
    const of = asked
    const { pictures } = app.getState()
    seen = { pictures, compared: vectors.done }
    // Which gives new pictures their rows.
    selectors.rows.rowsOf(pictures)
    const row = of.kind === 'list' ? null : selectors.rows.rowOf(of.id)
    const groups = of.kind === 'list' ? null : [row === null ? [] : [row]]
    store.setState(({ found }) => ({
      phase: { kind: 'looking', share: 0 },
      found: found?.of.kind === of.kind && (of.kind === 'list' || found.of === of) ? found : null,
    }))
    const outcome = await ask(
      ...([
        vectors,
        groups,
        of.kind === 'list' ? FOR_LIST : FOR_PICTURE,
        leftOut(vectors),
        own.signal,
      ] as const),
      (share) => {
        if (!own.signal.aborted) store.setState({ phase: { kind: 'looking', share } })
      },
    )
    if (own.signal.aborted) return
    looking = null
    if (outcome.kind === 'failed') store.setState({ phase: outcome })
    else if (outcome.kind === 'cancelled') store.setState({ phase: { kind: 'none' } })
    else {
      const { read, groups: found } = outcome.value
      const suggestions = toTexts(vectors, found[0] ?? [])
      store.setState({ phase: { kind: 'none' }, found: { of, suggestions, read, compared: vectors.done } })
    }
  }

  encoder.phase.subscribe((words) => {
    const vectors = encoder.vectors()
    store.setState({ words, drawingsOnly: vectors?.drawingsOnly ?? false })
    const compared = seen?.compared ?? 0
    const grown = vectors !== null && (vectors.done >= 2 * compared || vectors.done === vectors.words.length)
    if (words.kind === 'none' || words.kind === 'failed') seen = null
    else if (grown && vectors.done > compared) void look()
  })

  app.subscribe(({ pictures, queue }, before) => {
    if (!asked || !seen || seen.pictures === pictures || queue.kind === 'running') return
    if (pictures !== before.pictures || queue !== before.queue) void look()
  })

  return {
    store,
    follow: (of) => {
      asked = of
      passed = new Set()
      if (!of) {
        looking?.abort()
        looking = null
        seen = null
        store.setState({ found: null, phase: { kind: 'none' } })
        return
      }
      encoder.start()
      void look()
    },
    again: () => {
      const { found } = store.getState()
      if (found?.of.kind === 'picture') {
        const shown = found.suggestions.map(({ text }) => tagKey(text))
        // After the last of them it begins from the first.
        passed = shown.length === 0 ? new Set() : new Set([...passed, ...shown])
      }
      encoder.start()
      void look()
    },
    stop: encoder.stop,
    nameGroups: async (groups, count, signal) => {
      const all = await encoder.all(signal)
      if (all.kind !== 'done') return all
      const outcome = await ask(all.value, groups, count, [], signal, () => undefined)
      if (outcome.kind !== 'done') return outcome
      const { words } = all.value
      return done(outcome.value.groups.map((found) => found.map(({ word }) => words[word] ?? '')))
    },
    suggestFor: async (vectors, count, signal) => {
      const all = await encoder.all(signal)
      if (all.kind !== 'done') return all
      const texts = await textsOf(all.value, signal)
      if (texts.kind !== 'done') return texts
      for (const steps = findWords(vectors, vectors, texts.value, holdPlainly); ;) {
        const step = steps.next()
        if (!step.done) {
          // A page that is asked of hundreds of pictures is to stay alive meanwhile.
          await new Promise((resolve) => setTimeout(resolve, 0))
          if (signal.aborted) return cancelled
          continue
        }
        const near = step.value
        const covering =
          vectors.length === 1 ? nearestWords(near, 0, count) : coverPictures(near, texts.value.words, count)
        return done({
          all: toTexts(all.value, covering),
          each: vectors.map((_, picture) =>
            toTexts(all.value, nearestWords(near, picture, count)).map(({ text }) => text),
          ),
        })
      }
    },
  }
}
