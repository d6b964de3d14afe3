import type { AddedPicture, EncodedRow, SetChange } from '../../../protocol/desk-api'
import type { FolderBook, FolderPlace } from '../../../platform/pictures/folders/folder-source'
import type { TagList } from '../../../core/tags/tag-list'
import type { EncodedByModel } from '../../../core/model/picture-encoding'
import type { Picture, PicturePhase } from '../../app-state'
import { toKeptTags } from './kept-tags'

/** What has been told of a list, so that only what is new is told again. */
export interface ChangeLog {
  /**
   * What has changed since it was asked last, `null` where nothing has. Of very many pictures it tells of a part, and of the
   * rest when it is asked again: each file that is told of costs the page some work. The drawings of a first visit are no one's.
   */
  take(pictures: readonly Picture[], tags: TagList): SetChange | null
}

/** Files that are handed over at a time: about 20 ms of work for the page. */
const MOST_FILES = 100

/** Files that are only told of, since they lie in a folder: a twentieth of that. */
const MOST_IN_PLACE = 1000

/** A picture that was read fast may be read exactly later. */
const isTold = (told: EncodedByModel | string | undefined, { modelKey, reducedBy }: EncodedByModel) =>
  typeof told === 'object' && told.modelKey === modelKey && told.reducedBy === reducedBy

/** A picture that a model has made something of. */
export type ReadyPhase = Extract<PicturePhase, { readonly kind: 'ready' }>

/** Of a picture that has not been encoded yet. */
const NOT_ENCODED = ''

const toAdded = ({ id, name, file, absent }: Picture, source: FolderPlace | undefined): AddedPicture => {
  if (absent) return { id, name, file, absent }
  if (!source || !(file instanceof File)) return { id, name, file }
  const { type, size, lastModified } = file
  return { id, name, file: { type, size, lastModified }, source }
}

/**
 * @param known ids of pictures that need not be told of as new.
 * @param book of files that lie in a folder, where they lie.
 * @param isKept whether what is known of a picture and what a model made of it came from the desk: it is not told again.
 */
export const createChangeLog = (
  known: readonly string[],
  book: FolderBook = new WeakMap(),
  isKept: (phase: ReadyPhase) => boolean = () => false,
): ChangeLog => {
  /** The encoding that was told of last, by the picture's id; of a tag what was told, as text. */
  const told = new Map<string, EncodedByModel | string>(known.map((id) => [id, NOT_ENCODED]))
  let order: readonly string[] = known
  /** Those of which the desk has a record since before. */
  const kept = new Set(known)
  /** Those whose files were on another machine: one that is found is told of as new. */
  const absent = new Set<string>()
  /** A list of which all has been told, and with which tags. */
  let whole: { readonly pictures: readonly Picture[]; readonly tags: string } | null = null
  return {
    take: (pictures, tags) => {
      const keptTags = toKeptTags(tags)
      const tagsNow = JSON.stringify(keptTags.map(({ id, tag }) => [id, tag]))
      // A tag in words is edited beside ten thousand pictures that are as they were.
      if (whole?.pictures === pictures && whole.tags === tagsNow) return null
      let isWhole = true
      let isSameOrder = true
      let count = 0
      let untold = 0
      const added: AddedPicture[] = []
      const encoded: EncodedRow[] = []
      // Ten thousand pictures are gone through each time that some are told of: nothing is made for one that is known.
      for (const picture of pictures) {
        const { id, file, phase, isSample } = picture
        if (isSample) continue
        if (picture.absent) absent.add(id)
        const isFound = !picture.absent && absent.has(id)
        if (order[count] !== id) isSameOrder = false
        count += 1
        const before = told.get(id)
        if (before === undefined || isFound) {
          const source = file instanceof File ? book.get(file) : undefined
          if (added.length >= (source ? MOST_IN_PLACE : MOST_FILES)) {
            isWhole = false
            untold += before === undefined ? 1 : 0
            continue
          }
          added.push(toAdded(picture, source))
          if (!picture.absent) absent.delete(id)
          kept.delete(id)
          told.set(id, NOT_ENCODED)
        }
        if (phase.kind !== 'ready' || before === phase.encoded || isTold(before, phase.encoded)) continue
        if (kept.has(id) && isKept(phase)) {
          told.set(id, phase.encoded)
          continue
        }
        if (encoded.length >= MOST_FILES) {
          isWhole = false
          continue
        }
        encoded.push({ id, facts: phase.facts, encoded: phase.encoded })
        told.set(id, phase.encoded)
      }
      isSameOrder &&= count === order.length
      whole = isWhole ? { pictures, tags: tagsNow } : null
      for (const keptTag of keptTags) {
        const key = JSON.stringify(keptTag.tag)
        if (told.get(keptTag.id) === key) continue
        added.push(keptTag)
        told.set(keptTag.id, key)
      }
      const removed: string[] = []
      if (told.size > count - untold + keptTags.length) {
        const here = new Set([...pictures, ...keptTags].map(({ id }) => id))
        for (const id of told.keys()) if (!here.has(id)) removed.push(id)
        for (const id of removed) {
          told.delete(id)
          kept.delete(id)
        }
      }
      if (isSameOrder && encoded.length + added.length + removed.length === 0) return null
      if (!isSameOrder) order = pictures.flatMap(({ id, isSample }) => (isSample ? [] : [id]))
      return { added, removed, order: isSameOrder ? null : order, encoded }
    },
  }
}
