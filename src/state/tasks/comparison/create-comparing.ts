import { NO_FILTER } from '../../../core/desk/view/filter-changes'
import { cancelled, done, type Outcome } from '../../../core/errors/outcome'
import { knowsDrawingsOnly } from '../../../core/model/model-facts'
import { isWholeSheet, toSheet, type AnswerSheet } from '../../../core/tasks/comparison/answer-sheet'
import {
  comparedPictures,
  compareSheets,
  type Comparison,
} from '../../../core/tasks/comparison/compare-sheets'
import { exportComparison } from '../../../core/tasks/comparison/export-comparison'
import { PHOTO_TEMPLATE } from '../../../core/question/prompts/preset-names'
import { BARE_TEMPLATE } from '../../../core/question/scoring/prompt'
import type { PromptEmbedding } from '../../../protocol/inference-api'
import { nextTurn } from '../../../protocol/next-turn'
import type { ActionDeps } from '../../app-deps'
import type { AppState, ComparedWith } from '../../app-state'
import { wordModel } from '../../model/current-model'
import type { Arranger } from '../../pictures/arranged/create-arranger'
import { createLooker } from '../../pictures/views/create-looker'
import { decisionFor } from '../decisions/decisions'
import { createEnsembleMemo, toColumnQuestion } from '../zero-shot/judgements'
import { askOfPage, createPageJudge, type PageJudge } from '../zero-shot/page-question'
import type { Comparing } from './comparing'

/** Sheets that are kept; the oldest go. One of 10,000 pictures by 100 tags takes 5 MB. */
const MOST_HELD = 3

/** Of what is compared while pictures are being encoded: rests so long, and so many times as long as it took. */
const REST = { least: 2000, times: 5 } as const

/** Work between two pauses of the page, in milliseconds. */
const SLICE_MS = 12

/** What to compare with before the person has said so: the newest sheet, else a wording that is not the present one. */
const firstOther = ({ heldAnswers, settings }: AppState): ComparedWith => {
  const newest = heldAnswers.at(-1)
  if (newest) return { kind: 'held', id: newest.id }
  return { kind: 'wording', template: settings.template === PHOTO_TEMPLATE ? BARE_TEMPLATE : PHOTO_TEMPLATE }
}

const isSameVector = ({ embedding }: PromptEmbedding, other: PromptEmbedding): boolean =>
  embedding.length === other.embedding.length && embedding.every((value, i) => value === other.embedding[i])

/** Creates what compares, over the worker that knows the list. */
export const createComparing = (
  {
    store,
    selectors,
    engine,
    now,
    newId,
  }: Pick<ActionDeps, 'store' | 'selectors' | 'engine' | 'now' | 'newId'>,
  arranger: Arranger,
): Comparing => {
  const { getState, setState, subscribe } = store
  setState((state) => {
    const heldAnswers = state.heldAnswers.filter(isWholeSheet)
    return { heldAnswers, comparedWith: firstOther({ ...state, heldAnswers }) }
  })
  const otherJudge = createPageJudge(createEnsembleMemo())
  let otherPrompts: ReadonlyMap<string, PromptEmbedding> = new Map()
  /** What the words say now, as long as neither they nor the pictures have changed. */
  let present: {
    readonly asked: PageJudge
    readonly pictures: AppState['pictures']
    readonly sheet: AnswerSheet
  } | null = null

  const makeSheet = async (
    asked: PageJudge,
    template: string,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<AnswerSheet>> => {
    const { pictures, model } = getState()
    const answering = wordModel(model)
    if (answering?.key !== asked.modelKey) return cancelled
    const outcome = await arranger.ask((columns, news) => {
      let question = toColumnQuestion(asked, () => 0)
      const told = news((numberOf) => {
        question = toColumnQuestion(asked, numberOf)
      })
      const of = { modelKey: asked.modelKey, drawingsOnly: knowsDrawingsOnly(answering), question }
      return columns.answersTo(told, of, signal, onProgress)
    })
    if (outcome.kind !== 'done') return outcome
    const { id, name, key } = answering
    const tags = asked.tags.map(({ tagId, text, hue }) => ({ id: tagId, text, hue }))
    const about = {
      id: newId(),
      model: { id, name, key },
      template,
      calibrated: asked.scoring.calibrated,
      tags,
    }
    return done(
      toSheet(
        about,
        outcome.value,
        (row) => selectors.rows.pictureAt(pictures, row)?.phase.facts?.sha256 ?? null,
      ),
    )
  }

  const presentSheet = async (signal: AbortSignal, onProgress: (share: number) => void) => {
    const state = getState()
    const { pictures, settings } = state
    const asked = selectors.tasks['zero-shot'].asked(state)
    if (!asked) return cancelled
    if (present?.asked === asked && present.pictures === pictures) return done(present.sheet)
    const outcome = await makeSheet(asked, settings.template, signal, onProgress)
    if (outcome.kind === 'done') present = { asked, pictures, sheet: outcome.value }
    return outcome
  }

  /** Answers by another template: the same vectors of pictures, other ones of texts. */
  const wordingSheet = async (
    template: string,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<AnswerSheet>> => {
    const { model, tags, pictureTags, settings } = getState()
    const answering = wordModel(model)
    if (!answering) return cancelled
    const other = { ...settings, template }
    const needed = [...new Set(askOfPage(tags, null, pictureTags, answering, other).prompts.flat())]
    const embedded = await engine.embedPrompts(needed, signal)
    if (embedded.kind !== 'done') return embedded
    // The same vectors stay the same objects: by that the worker knows them.
    otherPrompts = new Map(
      needed.flatMap((prompt, i) => {
        const fresh = embedded.value[i]
        const known = otherPrompts.get(prompt)
        return fresh ? [[prompt, known && isSameVector(known, fresh) ? known : fresh]] : []
      }),
    )
    const asked = otherJudge(model, tags, null, otherPrompts, pictureTags, other)
    return asked ? makeSheet(asked, template, signal, onProgress) : cancelled
  }

  const compare = async (
    a: AnswerSheet,
    b: AnswerSheet,
    signal: AbortSignal,
  ): Promise<Outcome<Comparison>> => {
    const state = getState()
    const truths = new Map<string, readonly string[]>()
    for (const picture of state.pictures) {
      const decision = decisionFor(state, picture)
      if (decision && picture.phase.facts)
        truths.set(picture.phase.facts.sha256, decision.kind === 'none' ? [] : decision.tagIds)
    }
    let begun = now()
    for (const steps = compareSheets(a, b, (sha256) => truths.get(sha256) ?? null); ;) {
      const step = steps.next()
      if (step.done) return done(step.value)
      if (now() - begun < SLICE_MS) continue
      await nextTurn()
      if (signal.aborted) return cancelled
      begun = now()
    }
  }

  const looker = createLooker<Comparison>(async (signal, onProgress) => {
    const { comparedWith: other, heldAnswers } = getState()
    if (other === null) return cancelled
    const a = await presentSheet(signal, (share) => {
      onProgress(share / 2)
    })
    if (a.kind !== 'done') return a
    const held = other.kind === 'held' ? heldAnswers.find(({ id }) => id === other.id) : null
    if (other.kind === 'held') return held ? compare(a.value, held, signal) : cancelled
    const b = await wordingSheet(other.template, signal, (share) => {
      onProgress((1 + share) / 2)
    })
    return b.kind === 'done' ? compare(a.value, b.value, signal) : b
  })

  let watchers = 0
  /** What the newest look was at. */
  let seen: readonly unknown[] = []
  const basisOf = (state: AppState) => [
    ...[state.pictures, state.marks, state.comparedWith, state.heldAnswers],
    selectors.tasks['zero-shot'].asked(state),
  ]
  let looked = { at: now(), took: 0 }
  const look = () => {
    seen = basisOf(getState())
    looked = { at: now(), took: 0 }
    looker.look()
  }
  looker.store.subscribe(({ phase }, before) => {
    if (before.phase.kind === 'looking' && phase.kind === 'none')
      looked = { at: now(), took: now() - looked.at }
  })
  const isRested = () =>
    looker.store.getState().phase.kind === 'none' &&
    now() - looked.at >= Math.max(REST.least, REST.times * looked.took)
  const isSeen = (state: AppState): boolean => {
    const basis = basisOf(state)
    return seen.length > 0 && basis.every((value, i) => value === seen[i])
  }
  subscribe((state) => {
    if (watchers === 0 || state.embeddingTags || isSeen(state)) return
    // Each picture that is encoded would begin it again.
    if (state.queue.kind !== 'running' || isRested()) look()
  })

  return {
    look: looker.store,
    compareWith: (comparedWith) => {
      setState({ comparedWith })
    },
    watch: () => {
      watchers += 1
      if (looker.store.getState().phase.kind === 'stopped' || !isSeen(getState())) look()
      return () => {
        watchers -= 1
        if (watchers === 0) looker.stop()
      }
    },
    stop: looker.stop,
    again: look,
    hold: async (signal) => {
      const outcome = await presentSheet(signal, () => undefined)
      if (outcome.kind !== 'done') return outcome
      const { value: sheet } = outcome
      setState(({ heldAnswers }) => ({
        heldAnswers: [...heldAnswers.filter(({ id }) => id !== sheet.id), sheet].slice(-MOST_HELD),
        comparedWith: { kind: 'held', id: sheet.id },
      }))
      return done(null)
    },
    show: (differOnly, text, sha256) => {
      const { found } = looker.store.getState()
      if (!found) return
      const meant = new Set(comparedPictures(found, differOnly).map((picture) => picture.sha256))
      const pictures = getState().pictures.filter(({ phase }) => meant.has(phase.facts?.sha256 ?? ''))
      const own = pictures.find(({ phase }) => phase.facts?.sha256 === sha256) ?? pictures[0]
      const focusId = own?.id ?? null
      setState({
        ...{ view: 'grid', filter: NO_FILTER, decidedOnly: null },
        only: { text, ids: new Set(pictures.map(({ id }) => id)) },
        selection: { focusId, anchorId: focusId, ids: new Set(focusId === null ? [] : [focusId]) },
      })
    },
    file: (format, differOnly) => {
      const { found } = looker.store.getState()
      if (!found) return null
      const names = new Map(getState().pictures.map(({ name, phase }) => [phase.facts?.sha256 ?? '', name]))
      const pieces = exportComparison(found, differOnly, (sha256) => names.get(sha256) ?? '', format)
      const type = format === 'csv' ? 'text/csv' : 'application/json'
      return { file: new Blob([...pieces], { type }), name: `taglens-comparison.${format}` }
    },
  }
}
