import { roomForPictures } from '../../core/desk/kept-set'
import { freeBytes } from '../store/free-bytes'
import { RELAXED, type DeskDatabase, type FileRecord } from './database'
import type { PictureBytes } from './picture-bytes'

/** Copies the bytes of pictures one after another, as long as there is room. */
export interface CopyQueue {
  add(set: string, id: string, picture: Blob): void
  /** How many found no room, or could not be read. */
  missing(): number
  /** Resolves when nothing is left to copy. */
  settled(): Promise<void>
}

/** Bytes of pictures that are here. */
export const sumOfBytes = (files: readonly FileRecord[]): number =>
  files.reduce((sum, { size, bytes }) => sum + (bytes === 'here' ? size : 0), 0)

/** Creates an empty queue. */
export const createCopyQueue = (db: DeskDatabase, bytes: PictureBytes): CopyQueue => {
  let last: Promise<void> = Promise.resolve()
  let missing = 0
  let kept: number | null = null

  const tell = async (set: string, id: string, state: FileRecord['bytes']): Promise<void> => {
    const tx = db.transaction('files', 'readwrite', RELAXED)
    const record = await tx.store.get([set, id])
    // It may have been taken off the list meanwhile. Its bytes go when the list is held the next time.
    if (record) await tx.store.put({ ...record, bytes: state })
    await tx.done
  }

  const copy = async (set: string, id: string, picture: Blob): Promise<void> => {
    try {
      kept ??= sumOfBytes(await db.getAll('files'))
      // What comes back by undo is here already, and may be read from that very file.
      if (!(await bytes.find(set, id, picture.size))) {
        if (picture.size > roomForPictures(kept, await freeBytes()))
          throw new DOMException('no room', 'QuotaExceededError')
        await bytes.write(set, id, picture)
        kept += picture.size
      }
      await tell(set, id, 'here')
    } catch {
      // No room, or a file that is gone from the person's disk: the picture itself is in the list all the same.
      missing += 1
      await tell(set, id, 'missing').catch(() => undefined)
    }
  }

  return {
    add: (set, id, picture) => {
      last = last.then(() => copy(set, id, picture))
    },
    missing: () => missing,
    settled: () => last,
  }
}
