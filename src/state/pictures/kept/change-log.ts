import type { AddedPicture, EncodedRow, SetChange } from '../../../protocol/desk-api'
import type { FolderBook } from '../../../platform/pictures/folders/folder-source'
import type { TagList } from '../../../core/tags/tag-list'
import type { Picture } from '../../app-state'
import { toKeptTags } from './kept-tags'

/** What has been told of a list, so that only what is new is told again. */
export interface ChangeLog {
  /**
   * What has changed since it was asked last, `null` where nothing has. Of very many pictures it tells of a part, and of the
   * rest when it is asked again: each file that is told of costs the page some work. The drawings of a first visit are no one's.
   */
  take(pictures: readonly Picture[], tags: TagList): SetChange | null
}

/** Files that are told of at a time: about 20 ms of work for the page. */
const MOST_FILES = 100

/** Of a picture that has not been encoded yet. */
const NOT_ENCODED = ''

/**
 * @param known ids of pictures that need not be told of as new.
 * @param book of files that lie in a folder, where they lie.
 */
export const createChangeLog = (known: readonly string[], book: FolderBook = new WeakMap()): ChangeLog => {
  /** The model whose encoding was told of last, by the picture's id; of a tag what was told. */
  const told = new Map(known.map((id) => [id, NOT_ENCODED]))
  let order: readonly string[] = known
  return {
    take: (pictures, tags) => {
      const added: AddedPicture[] = []
      const encoded: EncodedRow[] = []
      const now: string[] = []
      for (const picture of pictures) {
        if (picture.isSample) continue
        const { id, name, file, phase } = picture
        now.push(id)
        const isNew = !told.has(id)
        if (isNew && added.length >= MOST_FILES) continue
        if (isNew) {
          const source = book.get(file)
          added.push({ id, name, file, ...(source && { source }) })
          told.set(id, NOT_ENCODED)
        }
        if (phase.kind !== 'ready' || told.get(id) === phase.encoded.modelKey) continue
        if (encoded.length >= MOST_FILES) continue
        encoded.push({ id, facts: phase.facts, encoded: phase.encoded })
        told.set(id, phase.encoded.modelKey)
      }
      const isSameOrder = now.length === order.length && now.every((id, i) => id === order[i])
      const here = new Set(now)
      for (const kept of toKeptTags(tags)) {
        here.add(kept.id)
        const key = JSON.stringify(kept.tag)
        if (told.get(kept.id) === key) continue
        added.push(kept)
        told.set(kept.id, key)
      }
      const removed: string[] = []
      if (told.size > here.size) {
        for (const id of told.keys()) if (!here.has(id)) removed.push(id)
        for (const id of removed) told.delete(id)
      }
      if (isSameOrder && encoded.length + added.length + removed.length === 0) return null
      order = now
      return { added, removed, order: isSameOrder ? null : now, encoded }
    },
  }
}
