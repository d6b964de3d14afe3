import type { Logit, Probability } from '../../brands'
import type { ClassificationRecord, ClassifierFacts, LabelRecord } from '../zero-shot/record'
import { headLogits, type Head } from './head'
import { isJudged, judgeByHead } from './judge-by-head'

/** A classifier as it answers in a record. */
export interface RecordedClassifier {
  readonly head: Head
  /** Places of the classes that have examples. */
  readonly learned: readonly number[]
  readonly facts: ClassifierFacts
}

/**
 * What tells two heads apart, 8 hex digits: FNV-1a, 32 bits, of the bytes of weights and biases
 * (draft-eastlake-fnv: offset basis 811c9dc5, prime 01000193).
 */
export const headVersion = ({ weights, biases }: Pick<Head, 'weights' | 'biases'>): string => {
  let hash = 0x811c9dc5
  for (const { buffer, byteOffset, byteLength } of [weights, biases])
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength))
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/**
 * The words' record with a head's answer in place of theirs: cosines stay. Labels that the head does not judge are left
 * out, as they are on the page.
 * @param placeOf the class of a label by its `class_id`; `undefined` where it is none.
 * @param vector of the picture.
 */
export const answeredByHead = (
  record: ClassificationRecord,
  { head, learned, facts }: RecordedClassifier,
  placeOf: (classId: number) => number | undefined,
  vector: Float32Array,
): ClassificationRecord => {
  if (record.unanswered !== undefined) return { ...record, classifier: facts }
  const logits = headLogits(head, vector)
  const { probabilities, answers, margin } = judgeByHead(head, learned, vector)
  const labels = record.labels.flatMap((label): LabelRecord[] => {
    const place = placeOf(label.class_id)
    if (place === undefined || !isJudged(head, learned, place)) return []
    // Of a head, which gives numbers of these kinds.
    const probability = (probabilities[place] ?? 0) as Probability
    const logit = (logits[place] ?? 0) as Logit
    const match = head.mode === 'multi' ? probability : null
    return [{ ...label, logit, probability, match, accepted: answers.includes(place) }]
  })
  const best = [...labels].sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
  const rankOf = new Map(best.map(({ class_id }, i) => [class_id, i + 1]))
  return {
    ...record,
    labels: labels.map((label) => ({ ...label, rank: rankOf.get(label.class_id) ?? 0 })),
    top: best[0]?.label ?? null,
    margin,
    rejected: labels.length > 0 && answers.length === 0,
    classifier: facts,
  }
}
