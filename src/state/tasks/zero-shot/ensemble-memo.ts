import type { UnitVector } from '../../../core/brands'
import type { EmbedTogether } from '../../../core/question/question'
import { averageDirection } from '../../../core/question/scoring/cosine'
import type { AppState } from '../../app-state'

/** Ensembles kept; oldest out first. */
const LIMIT = 5000

/**
 * Averages prompts and remembers the result as long as its parts are the same: cosines are remembered by the
 * identity of an embedding, so an ensemble that was averaged again would cost a product with every picture.
 */
export const createEnsembleMemo = (): ((embeddings: AppState['promptEmbeddings']) => EmbedTogether) => {
  const known = new Map<
    string,
    { readonly parts: readonly UnitVector[]; readonly whole: UnitVector | null }
  >()
  return (embeddings) => (prompts) => {
    const parts: UnitVector[] = []
    for (const prompt of prompts) {
      const part = embeddings.get(prompt)?.embedding
      if (part === undefined) return null
      parts.push(part)
    }
    if (parts.length === 1) return parts[0] ?? null
    const key = prompts.join('\n')
    const before = known.get(key)
    if (before?.parts.length === parts.length && before.parts.every((part, i) => part === parts[i]))
      return before.whole
    const whole = averageDirection(parts)
    known.set(key, { parts, whole })
    for (const old of known.keys()) {
      if (known.size <= LIMIT) break
      known.delete(old)
    }
    return whole
  }
}
