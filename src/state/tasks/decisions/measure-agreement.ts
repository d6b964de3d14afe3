import {
  agreementOf,
  placeInTable,
  type Agreement,
  type DecidedAnswer,
} from '../../../core/tasks/decisions/agreement'
import { nextTurn } from '../../../protocol/next-turn'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture } from '../../app-state'
import { currentTask } from '../tasks'
import { decisionFor } from './decisions'

/** How far the model agrees, and which pictures are behind a number of the table. */
export interface MeasuredAgreement extends Agreement {
  /** SHA-256s of pictures by what was decided and what the model says, as in the table. */
  idsOf(truth: number, answer: number): readonly string[]
}

/** Work between two pauses of the page, in milliseconds. */
const SLICE_MS = 12

/**
 * Compares what was decided of the pictures of the list with what the words say of them, whatever else answers: a head has
 * learned from these very decisions, and is judged on held-out ones in its own report.
 * @returns `null` where the model reads no tags, or when it was given up.
 */
export const measureAgreement = async (
  { store, selectors, now }: Pick<ActionDeps, 'store' | 'selectors' | 'now'>,
  signal: AbortSignal,
): Promise<MeasuredAgreement | null> => {
  const state: AppState = store.getState()
  if (currentTask(state) !== 'zero-shot') return null
  let begun = now()
  const pause = async () => {
    if (now() - begun < SLICE_MS) return
    await nextTurn()
    begun = now()
  }
  const placeOf = new Map(state.tags.map(({ id }, place) => [id, place]))
  const toRow = (picture: Picture): DecidedAnswer | null => {
    const decision = decisionFor(state, picture)
    if (decision === null || picture.phase.kind !== 'ready' || selectors.isBeyondModel(state, picture))
      return null
    const { ranking } = selectors.tasks['zero-shot'].judgement(state, picture)
    if (ranking.length === 0) return null
    const matches = new Float64Array(state.tags.length).fill(NaN)
    for (const { tagId, match } of ranking) matches[placeOf.get(tagId) ?? -1] = match ?? NaN
    const places = (ids: readonly string[]) => ids.flatMap((id) => placeOf.get(id) ?? [])
    return {
      id: picture.phase.facts.sha256,
      truth: decision.kind === 'none' ? [] : places(decision.tagIds),
      answer: places(ranking.filter(({ accepted }) => accepted).map(({ tagId }) => tagId)),
      matches,
      best: placeOf.get(ranking.find(({ isRest }) => !isRest)?.tagId ?? '') ?? -1,
    }
  }
  // A picture that is twice on the list is one decision.
  const rows = new Map<string, DecidedAnswer>()
  for (const picture of state.pictures) {
    const row = toRow(picture)
    if (row) rows.set(row.id, row)
    await pause()
    if (signal.aborted) return null
  }
  const all = [...rows.values()]
  const work = agreementOf(all, state.tags.length, state.settings.rules.mode)
  let step = work.next()
  while (!step.done) {
    await pause()
    if (signal.aborted) return null
    step = work.next()
  }
  const classes = state.tags.length
  return {
    ...step.value,
    idsOf: (truth, answer) =>
      all.flatMap((row) =>
        placeInTable(row.truth, classes) === truth && placeInTable(row.answer, classes) === answer
          ? [row.id]
          : [],
      ),
  }
}
