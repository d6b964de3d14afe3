import type { KeptSet } from '../../core/desk/kept-set'
import { filesOf, type DeskDatabase } from './database'
import { idsOf, type DeskStorage } from './desk-storage'
import { onlyRows } from './encodings'

/**
 * Deletes lists, and what is known of pictures that no list has any longer.
 * @returns SHA-256s of their pictures that no list has any longer.
 */
export const forgetSets = async (db: DeskDatabase, setIds: readonly string[]): Promise<readonly string[]> => {
  const tx = db.transaction(['sets', 'files', 'pictures', 'vectors'], 'readwrite')
  const [sets, files] = [tx.objectStore('sets'), tx.objectStore('files')]
  const [pictures, vectors] = [tx.objectStore('pictures'), tx.objectStore('vectors')]
  const theirs = new Set<string>()
  for (const id of setIds) {
    for (const { sha256 } of await files.getAll(filesOf(id))) if (sha256 !== null) theirs.add(sha256)
    await sets.delete(id)
    await files.delete(filesOf(id))
  }
  const left = new Set((await files.getAll()).map(({ sha256 }) => sha256))
  for (const sha256 of await pictures.getAllKeys()) if (!left.has(sha256)) await pictures.delete(sha256)
  for (let at = await vectors.openCursor(); at; at = await at.continue()) {
    const kept = onlyRows(at.value, (sha256) => left.has(sha256))
    if (kept === null) await at.delete()
    else if (kept !== at.value) await at.update(kept)
  }
  await tx.done
  return [...theirs].filter((sha256) => !left.has(sha256))
}

/**
 * Drops what earlier visits have left over: lists without pictures, and what was forgotten while a page read it. All that
 * lies on the disk is looked through.
 * @param listed lists with pictures.
 * @param isInUse whether a page may read a list's pictures now.
 * @param own the list of this tab, and those of its pictures that the page may read though they have left it. It is not
 * looked through when it is opened: 10,000 names take seconds, and a person waits.
 */
export const sweep = async (
  { db, bytes }: DeskStorage,
  listed: readonly KeptSet[],
  isInUse: (setId: string) => boolean,
  own: { readonly set: string | null; readonly handedOut: ReadonlySet<string> },
): Promise<void> => {
  const known = new Set(listed.map(({ id }) => id))
  const isOver = (id: string) => !known.has(id) && !isInUse(id)
  await forgetSets(db, (await db.getAllKeys('sets')).filter(isOver))
  for (const id of await bytes.sets()) if (isOver(id)) await bytes.deleteSet(id)
  for (const { id, isOpen } of listed) {
    if (isOpen && id !== own.set) continue
    const read = id === own.set ? own.handedOut : []
    await bytes.collect(id, async () => new Set([...(await idsOf(db, id)), ...read]))
  }
}
