import { endsAll, folderAt, lookUp, removeIfEmpty, type DiskBytes, type DiskFolder } from './move-disk'
import { createMoveOne, type MoveTools } from './move-one'
import { isOver, type MoveRecord } from './move-records'
import { nextName } from '../safe-name'

/** A name that nothing in a folder has, for the job's own. */
export const freeFolderName = async (root: DiskFolder, name: string): Promise<string> => {
  let given = name
  // A folder of that name is no file, and so taken.
  while ((await lookUp(root, given)) !== 'free') given = nextName(given)
  return given
}

/** What some pictures came to. */
export interface MovedSome {
  readonly records: readonly MoveRecord[]
  /** What ended it before all were tried; `null` where nothing did. */
  readonly error: unknown
}

/**
 * Goes on with pictures of a job, one after another. One that fails by itself keeps no other; a full disk or a folder that may
 * not be written any longer ends it, and it can be gone on with.
 * @param given bytes of a picture that the page knows no folder of.
 */
export const moveSome = async (
  tools: MoveTools,
  records: readonly MoveRecord[],
  given: (record: MoveRecord) => DiskBytes | null,
): Promise<MovedSome> => {
  const { job, write } = tools
  /** What becomes of a picture that cannot be brought any further: what is whole stays, in both places. */
  const givenUp = (record: MoveRecord): MoveRecord =>
    job.direction === 'back'
      ? { ...record, state: 'left', why: 'unwritten' }
      : record.state === 'written'
        ? { ...record, state: 'done', kept: true }
        : { ...record, state: 'skipped', why: 'unwritten' }
  const moved: MoveRecord[] = []
  for (const record of records) {
    if (isOver(record, job.direction)) {
      moved.push(record)
      continue
    }
    /** How far it is, as it was written down last. */
    let latest = record
    const one = createMoveOne({
      ...tools,
      write: async (next) => {
        await write(next)
        latest = next
      },
    })
    try {
      moved.push(await (job.direction === 'forward' ? one.forward : one.back)(record, given(record)))
    } catch (error) {
      if (endsAll(error)) return { records: moved, error }
      const next = givenUp(latest)
      await write(next)
      moved.push(next)
    }
  }
  return { records: moved, error: null }
}

/** Deletes the job's folders that nothing is left in. */
export const removeEmptyFolders = async (
  { root, folder }: MoveTools['job'],
  records: readonly MoveRecord[],
): Promise<void> => {
  const own = await folderAt(root, [folder])
  if (!own) return
  for (const name of new Set(records.map(({ to }) => to.folder))) await removeIfEmpty(own, name)
  await removeIfEmpty(root, folder)
}
