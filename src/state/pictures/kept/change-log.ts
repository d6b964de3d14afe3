import type { AddedPicture, EncodedRow, SetChange } from '../../../protocol/desk-api'
import type { Picture } from '../../app-state'

/** What has been told of a list, so that only what is new is told again. */
export interface ChangeLog {
  /** What has changed since it was asked last; `null` where nothing has. The drawings of a first visit are no one's. */
  take(pictures: readonly Picture[]): SetChange | null
}

/** Of a picture that has not been encoded yet. */
const NOT_ENCODED = ''

/** @param known ids of pictures that need not be told of as new. */
export const createChangeLog = (known: readonly string[]): ChangeLog => {
  /** The model whose encoding was told of last, by the picture's id. */
  const told = new Map(known.map((id) => [id, NOT_ENCODED]))
  let order: readonly string[] = known
  return {
    take: (pictures) => {
      const added: AddedPicture[] = []
      const encoded: EncodedRow[] = []
      const now: string[] = []
      for (const picture of pictures) {
        if (picture.isSample) continue
        const { id, name, file, phase } = picture
        now.push(id)
        if (!told.has(id)) {
          added.push({ id, name, file })
          told.set(id, NOT_ENCODED)
        }
        if (phase.kind !== 'ready' || told.get(id) === phase.encoded.modelKey) continue
        encoded.push({ id, facts: phase.facts, encoded: phase.encoded })
        told.set(id, phase.encoded.modelKey)
      }
      const removed: string[] = []
      if (told.size > now.length) {
        const here = new Set(now)
        for (const id of told.keys()) if (!here.has(id)) removed.push(id)
        for (const id of removed) told.delete(id)
      }
      const isSameOrder = now.length === order.length && now.every((id, i) => id === order[i])
      if (isSameOrder && encoded.length === 0) return null
      order = now
      return { added, removed, order: isSameOrder ? null : now, encoded }
    },
  }
}
