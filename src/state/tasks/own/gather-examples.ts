import { joinRows } from '../../../core/model/picture-encoding'
import type { Mark } from '../../../core/tasks/own/marks'
import { learnedClasses, NO, UNKNOWN, YES } from '../../../core/tasks/own/training-set'
import { embedTogetherOf } from '../../../core/question/question'
import type { Examples } from '../../../protocol/classifier-api'
import type { AppState } from '../../app-state'
import { wordModel } from '../../model/current-model'
import { vectorsOf } from './vectors-of'
import { createPageJudge } from '../zero-shot/page-question'

/** Examples as a head learns from them, with what says whether it has learned from the same ones already. */
export interface GatheredExamples {
  readonly modelKey: string
  readonly examples: Examples
  readonly classIds: readonly string[]
  readonly learnedIds: readonly string[]
  /** The same for the same examples and classes. The classes' words are not in it: a new name fits nothing again. */
  readonly key: string
}

const pageJudge = createPageJudge((embeddings) =>
  embedTogetherOf(new Map([...embeddings].map(([prompt, { embedding }]) => [prompt, embedding]))),
)

const labelsOf = ({ yes, no }: Mark, classIds: readonly string[], isSingle: boolean): readonly number[] =>
  classIds.map((id) => (yes.includes(id) ? YES : isSingle || no.includes(id) ? NO : UNKNOWN))

/** What there is to learn from now; `null` without a model that reads tags, or while the tags have no vectors. */
export const gatherExamples = (state: AppState): GatheredExamples | null => {
  const { model, tags, promptEmbeddings, pictureTags, settings, marks, pictures } = state
  const modelKey = wordModel(model)?.key
  const asked = pageJudge(model, tags, null, promptEmbeddings, pictureTags, settings)
  if (!asked || modelKey === undefined || asked.tags.length < tags.length) return null
  const { mode } = settings.rules
  const classIds = asked.tags.map(({ tagId }) => tagId)
  const width = asked.tags[0]?.embedding.length ?? 0
  const vectors = vectorsOf(marks, pictures, modelKey)
  const rows = marks.flatMap((mark) => {
    const vector = vectors.get(mark.id)
    const labels = labelsOf(mark, classIds, mode === 'single')
    // One label: what is only known not to be something has none yet.
    const says = mode === 'single' ? labels.includes(YES) : labels.some((label) => label !== UNKNOWN)
    const { id, apart = false, group = '' } = mark
    return vector?.length === width && says ? [{ id, vector, labels, apart, group }] : []
  })
  const ids = rows.map(({ id }) => id)
  const examples: Examples = {
    ...{ mode, width, ids },
    vectors: joinRows(rows.map(({ vector }) => vector)),
    words: joinRows(asked.tags.map(({ embedding }) => embedding)),
    labels: Int8Array.from(rows.flatMap(({ labels }) => labels)),
    apart: rows.flatMap(({ id, apart }) => (apart ? [id] : [])),
    together: rows.map(({ group }) => group),
  }
  return {
    ...{ modelKey, classIds, examples },
    learnedIds: learnedClasses({ ...examples, groups: ids }).flatMap((c) => classIds[c] ?? []),
    key: JSON.stringify([
      modelKey,
      mode,
      classIds,
      rows.map(({ id, labels, apart, group }) => [id, labels.join(''), apart, group]),
    ]),
  }
}
