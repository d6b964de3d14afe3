import type { MoveRecord } from '../../../core/exports/moves/move-records'
import { folderAt } from '../../../core/exports/moves/move-disk'
import type { FolderPlace } from '../../../platform/pictures/folders/folder-source'
import type { AddedPicture, EncodedRow } from '../../../protocol/desk-api'
import type { FolderJob, MoveProgress } from '../../../protocol/move-api'
import type { ActionDeps } from '../../app-deps'
import type { Picture } from '../../app-state'
import type { WorkKeeper } from '../../history/work-history'
import type { OpenedDesk } from '../../pictures/kept/opened-desk'

/** Where a picture lies by now; `null` where it is where it was. */
const placeNow = async (
  { root, folder, sources, kind }: FolderJob,
  record: MoveRecord,
): Promise<FolderPlace | null> => {
  const { state, from, to, kept } = record
  if (kind !== 'move' || from === null || kept) return null
  if (state === 'undone') {
    const source = sources[from.folder]
    return source ? { folder: source, path: from.path } : null
  }
  // Not the folder that was chosen: what else lies there is not of the list, and would join it at the next visit.
  const own = state === 'done' ? await root.getDirectoryHandle(folder) : null
  return own && { folder: own, path: `${to.folder}/${to.name}` }
}

const fileAt = async ({ folder, path }: FolderPlace): Promise<File | null> => {
  const parts = path.split('/')
  const parent = await folderAt(folder, parts.slice(0, -1))
  const file = await parent?.getFileHandle(parts.at(-1) ?? '')
  // Made of the browser's own handles, which give files.
  return file ? ((await file.getFile()) as File) : null
}

/** Has the list read pictures that were moved from where they are by now, at this visit and the next. */
export const movePictures = async (
  {
    store,
    work,
    desk,
    book,
  }: Pick<ActionDeps, 'store'> &
    Pick<OpenedDesk, 'desk' | 'book'> & { readonly work: Pick<WorkKeeper, 'change'> },
  { job, moved }: Pick<MoveProgress, 'job' | 'moved'>,
  pictures: readonly Picture[],
): Promise<void> => {
  const files = new Map<string, File>()
  for (const record of moved) {
    const place = await placeNow(job, record)
    const id = pictures[record.n]?.id
    if (!place || id === undefined) continue
    const file = await fileAt(place)
    if (!file) continue
    book.set(file, place)
    files.set(id, file)
  }
  if (files.size === 0) return
  const list = store.getState().pictures.map((picture): Picture => {
    const file = files.get(picture.id)
    return file ? { ...picture, file } : picture
  })
  work.change({ pictures: list })
  const placed = list.filter(({ id }) => files.has(id))
  const added = placed.flatMap(({ id, name, file }): AddedPicture[] => {
    const source = book.get(file)
    if (!source || !(file instanceof File)) return []
    const { type, size, lastModified } = file
    return [{ id, name, file: { type, size, lastModified }, source }]
  })
  const encoded = placed.flatMap(({ id, phase }): EncodedRow[] =>
    phase.kind === 'ready' ? [{ id, facts: phase.facts, encoded: phase.encoded }] : [],
  )
  // Where nothing is kept there is nothing to put right.
  await desk.keep({ added, removed: [], order: null, encoded })
}
