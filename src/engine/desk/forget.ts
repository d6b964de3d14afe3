import { filesOf, type DeskDatabase } from './database'
import { onlyRows } from './encodings'

/** Deletes lists, and what is known of pictures that no list has any longer. */
export const forgetSets = async (db: DeskDatabase, setIds: readonly string[]): Promise<void> => {
  const tx = db.transaction(['sets', 'files', 'pictures', 'vectors'], 'readwrite')
  const [sets, files] = [tx.objectStore('sets'), tx.objectStore('files')]
  const [pictures, vectors] = [tx.objectStore('pictures'), tx.objectStore('vectors')]
  for (const id of setIds) {
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
}
