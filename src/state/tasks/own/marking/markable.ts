import type { MarkedPicture } from '../../../../core/tasks/own/marks'
import type { AppState } from '../../../app-state'

/** What can be marked of these pictures: those whose bytes are known, encoded or not; each once. */
export const markable = (
  { pictures }: AppState,
  ids: readonly string[],
): readonly (MarkedPicture & { readonly pictureId: string })[] => {
  const wanted = new Set(ids)
  const found = new Map<string, MarkedPicture & { readonly pictureId: string }>()
  for (const { id, name, phase } of pictures)
    if (wanted.has(id) && phase.facts !== null) {
      const encoded = phase.kind === 'ready' && phase.encoded.kind === 'embedding' ? phase.encoded : null
      const vector = encoded && { modelKey: encoded.modelKey, embedding: encoded.embedding }
      const { sha256 } = phase.facts
      found.set(sha256, { id: sha256, name, encoded: vector, pictureId: id })
    }
  return [...found.values()]
}
