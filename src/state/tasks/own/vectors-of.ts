import type { UnitVector } from '../../../core/brands'
import type { Mark } from '../../../core/tasks/own/marks'
import type { AppState } from '../../app-state'

/** Vectors of marked pictures by the model that answers: of those on the list, else as they were when they were marked. */
export const vectorsOf = (marks: readonly Mark[], pictures: AppState['pictures'], modelKey: string) => {
  const wanted = new Set(marks.map(({ id }) => id))
  const vectors = new Map<string, UnitVector>()
  for (const { id, encoded } of marks) if (encoded?.modelKey === modelKey) vectors.set(id, encoded.embedding)
  for (const { phase } of pictures)
    if (
      phase.kind === 'ready' &&
      wanted.has(phase.facts.sha256) &&
      phase.encoded.kind === 'embedding' &&
      phase.encoded.modelKey === modelKey
    )
      vectors.set(phase.facts.sha256, phase.encoded.embedding)
  return vectors
}
