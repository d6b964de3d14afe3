import { joinRows } from '../../../model/picture-encoding'
import { NO, UNKNOWN, YES, type TrainingSet } from '../training-set'
import type { OwnVersion } from './versions'

/** Examples as a version had learned from them, by the vectors of its model; without what its tags mean in words. */
export const versionExamples = ({ marks, tags, mode }: OwnVersion, modelKey: string) => {
  const rows = marks.flatMap(({ id, yes, no, encoded, apart = false, group = '' }) => {
    if (encoded?.modelKey !== modelKey) return []
    const labels = tags.map((tag) =>
      yes.includes(tag.id) ? YES : mode === 'single' || no.includes(tag.id) ? NO : UNKNOWN,
    )
    const says = mode === 'single' ? labels.includes(YES) : labels.some((label) => label !== UNKNOWN)
    return says ? [{ id, vector: encoded.embedding, labels, apart, group }] : []
  })
  return {
    mode,
    width: rows[0]?.vector.length ?? 0,
    vectors: joinRows(rows.map(({ vector }) => vector)),
    labels: Int8Array.from(rows.flatMap(({ labels }) => labels)),
    ids: rows.map(({ id }) => id),
    apart: rows.flatMap(({ id, apart }) => (apart ? [id] : [])),
    together: rows.map(({ group }) => group),
  } satisfies Omit<TrainingSet, 'words' | 'groups'> & Readonly<Record<string, unknown>>
}
