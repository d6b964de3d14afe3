import type { MarkedPicture } from '../../../../core/tasks/own/marks'
import type { AppState } from '../../../app-state'
import { picturesOf } from '../../../pictures/picture-places'

/** How many pictures of the list have the same bytes as one of these: what is said of these is said of them. */
export const countCopies = ({ pictures }: Pick<AppState, 'pictures'>, ids: readonly string[]): number => {
  const meant = new Set(ids)
  const known = new Set(
    pictures.flatMap(({ id, phase }) => (meant.has(id) && phase.facts ? [phase.facts.sha256] : [])),
  )
  return pictures.filter(({ id, phase }) => !meant.has(id) && phase.facts && known.has(phase.facts.sha256))
    .length
}

/** What can be marked of these pictures: those whose bytes are known, encoded or not; each once. */
export const markable = (
  { pictures }: AppState,
  ids: readonly string[],
): readonly (MarkedPicture & { readonly pictureId: string })[] => {
  const found = new Map<string, MarkedPicture & { readonly pictureId: string }>()
  for (const { id, name, phase } of picturesOf(pictures, ids))
    if (phase.facts !== null) {
      const encoded = phase.kind === 'ready' && phase.encoded.kind === 'embedding' ? phase.encoded : null
      const vector = encoded && { modelKey: encoded.modelKey, embedding: encoded.embedding }
      const { sha256 } = phase.facts
      found.set(sha256, { id: sha256, name, encoded: vector, pictureId: id })
    }
  return [...found.values()]
}
