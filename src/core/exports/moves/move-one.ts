import { nextName } from '../safe-name'
import { folderAt, isAbsent, lookUp, type DiskBytes, type DiskFile, type DiskFolder } from './move-disk'
import type { MoveJob, MoveRecord, WhyNot } from './move-records'

/** What a picture is sorted with. */
export interface MoveTools {
  readonly job: MoveJob<DiskFolder>
  /** Writes down how far a picture is; resolves once a crash cannot take that back. */
  readonly write: (record: MoveRecord) => Promise<void>
  /** SHA-256, hex. */
  readonly hash: (bytes: ArrayBuffer) => Promise<string>
}

interface Read {
  readonly bytes: ArrayBuffer
  readonly sha256: string
}

interface SourceRead extends Read {
  readonly size: number
  readonly modified: number
}

/** Sorts one picture, or takes that back. Called again after a crash, it goes on from what was written down. */
export const createMoveOne = ({ job, write, hash }: MoveTools) => {
  const put = async (record: MoveRecord, change: Partial<MoveRecord>): Promise<MoveRecord> => {
    const next = { ...record, ...change }
    await write(next)
    return next
  }
  const skip = (record: MoveRecord, why: WhyNot) => put(record, { state: 'skipped', why })
  const leave = (record: MoveRecord, why: WhyNot) => put(record, { state: 'left', why })

  const read = async (file: DiskFile): Promise<SourceRead | null> => {
    try {
      const now = await file.getFile()
      const bytes = await now.arrayBuffer()
      return { bytes, sha256: await hash(bytes), size: now.size, modified: now.lastModified }
    } catch (error) {
      if (isAbsent(error)) return null
      throw error
    }
  }

  /** The folder that a picture came from, with its name in it; `null` where its bytes alone are at hand, or it is gone. */
  const placeOf = async ({ from }: MoveRecord, create = false) => {
    const parts = from?.path.split('/') ?? []
    const top = from && job.sources[from.folder]
    const folder = top ? await folderAt(top, parts.slice(0, -1), create) : null
    return folder && { folder, name: parts.at(-1) ?? '' }
  }

  /** What lies where the picture came from; `null` where nothing does. */
  const readFirst = async (record: MoveRecord): Promise<SourceRead | 'taken' | null> => {
    const place = await placeOf(record)
    const found = place ? await lookUp(place.folder, place.name) : 'free'
    return found === 'free' ? null : found === 'taken' ? found : read(found)
  }

  const readGiven = async (given: DiskBytes | null): Promise<Read | null> => {
    try {
      const bytes = await given?.arrayBuffer()
      return bytes ? { bytes, sha256: await hash(bytes) } : null
    } catch {
      // A browser's file whose own has gone or changed since.
      return null
    }
  }

  const targetFolder = (record: MoveRecord, create: boolean) =>
    folderAt(job.root, [job.folder, record.to.folder], create)

  const readTarget = async (record: MoveRecord): Promise<SourceRead | 'taken' | null> => {
    const folder = await targetFolder(record, false)
    const found = folder ? await lookUp(folder, record.to.name) : 'free'
    return found === 'free' ? null : found === 'taken' ? found : read(found)
  }

  /** Writes a file of which the name is free, or has nothing in it since a crash. Then reads it back. */
  const writeWhole = async (folder: DiskFolder, name: string, { bytes, sha256 }: Read): Promise<boolean> => {
    const file = await folder.getFileHandle(name, { create: true })
    const writable = await file.createWritable()
    try {
      await writable.write(bytes)
      await writable.close()
    } catch (error) {
      await writable.abort().catch(() => undefined)
      // What it has made is empty, and its own.
      await folder.removeEntry(name).catch(() => undefined)
      throw error
    }
    if ((await read(file))?.sha256 === sha256) return true
    await folder.removeEntry(name)
    return false
  }

  /** Whether what is found was begun by this job and has no byte yet, or all of them. */
  const isOwn = (found: SourceRead | 'taken' | null, sha256: string | null): boolean =>
    found !== null && found !== 'taken' && (found.size === 0 || found.sha256 === sha256)

  const freeName = async (folder: DiskFolder, name: string): Promise<string> => {
    let given = name
    while ((await lookUp(folder, given)) !== 'free') given = nextName(given)
    return given
  }

  /** Copies it: its place is written down first, then its bytes, and then they are read back. */
  const copy = async (
    record: MoveRecord,
    source: Read,
  ): Promise<{ readonly record: MoveRecord; readonly whole: boolean }> => {
    const folder = await targetFolder(record, true)
    if (!folder) return { record: await skip(record, 'taken'), whole: false }
    const begun = record.state === 'writing' ? await readTarget(record) : 'taken'
    // After a crash its place may have been left empty, or be whole; with anything else in it, it is another's by now.
    const mayStay = begun === null || isOwn(begun, source.sha256)
    const name = mayStay ? record.to.name : await freeName(folder, record.to.name)
    const { sha256 } = source
    const next = await put(record, { state: 'writing', sha256, to: { ...record.to, name } })
    const isThere = begun !== null && begun !== 'taken' && begun.sha256 === sha256 && begun.size > 0
    if (isThere || (await writeWhole(folder, name, source))) return { record: next, whole: true }
    return { record: await skip(next, 'unwritten'), whole: false }
  }

  /** Takes the first file away, once the copy is whole. */
  const removeFirst = async (record: MoveRecord, seen: SourceRead | null): Promise<MoveRecord> => {
    const place = await placeOf(record)
    const found = place ? await lookUp(place.folder, place.name) : 'free'
    if (!place || found === 'free') return put(record, { state: 'done' })
    if (found === 'taken') return put(record, { state: 'done', kept: true })
    const now = await found.getFile()
    const isSame =
      seen === null
        ? (await read(found))?.sha256 === record.sha256
        : now.size === seen.size && now.lastModified === seen.modified
    if (!isSame) return put(record, { state: 'done', kept: true })
    await place.folder.removeEntry(place.name)
    return put(record, { state: 'done' })
  }

  /**
   * Brings a picture into its folder.
   * @param given its bytes, of a picture that the page knows no folder of.
   */
  const forward = async (record: MoveRecord, given: DiskBytes | null): Promise<MoveRecord> => {
    if (record.state === 'written') {
      const target = await readTarget(record)
      const isWhole = target !== null && target !== 'taken' && target.sha256 === record.sha256
      if (isWhole) return removeFirst(record, null)
      // Someone has taken the copy away: it begins again, as long as there is something to copy.
      return forward(await put(record, { state: 'planned' }), given)
    }
    if (record.state !== 'planned' && record.state !== 'writing') return record
    const first = await readFirst(record)
    const source = record.from ? first : await readGiven(given)
    if (source === null || source === 'taken') return skip(record, 'gone')
    // What was said of the picture was said of other bytes.
    if (record.sha256 !== null && record.sha256 !== source.sha256) return skip(record, 'changed')
    const { record: copied, whole } = await copy(record, source)
    if (!whole) return copied
    if (job.kind === 'copy') return put(copied, { state: 'done' })
    if (first === null || first === 'taken') return put(copied, { state: 'done', kept: true })
    return removeFirst(await put(copied, { state: 'written' }), first)
  }

  const removeTarget = async (record: MoveRecord): Promise<MoveRecord> => {
    const folder = await targetFolder(record, false)
    if (folder && (await lookUp(folder, record.to.name)) !== 'free') await folder.removeEntry(record.to.name)
    return put(record, { state: 'undone' })
  }

  /** Puts a moved picture back where it came from, and then takes it away where it went. */
  const giveBack = async (record: MoveRecord, copyOfIt: Read): Promise<MoveRecord> => {
    const place = await placeOf(record, true)
    if (!place) return leave(record, 'gone')
    const returning = await put(record, { state: 'returning' })
    if (!(await writeWhole(place.folder, place.name, copyOfIt))) return leave(returning, 'unwritten')
    return removeTarget(await put(returning, { state: 'returned' }))
  }

  /** Takes back what was done about a picture; what has changed since is left as it is. */
  const back = async (record: MoveRecord, given: DiskBytes | null): Promise<MoveRecord> => {
    if (record.state === 'planned') return put(record, { state: 'undone' })
    if (['skipped', 'undone', 'left'].includes(record.state)) return record
    const target = await readTarget(record)
    const first = record.from ? await readFirst(record) : await readGiven(given)
    const isFirstThere = first !== null && first !== 'taken' && first.sha256 === record.sha256
    if (target === null) {
      // Where the first one is gone too, the person has taken both away.
      return isFirstThere || record.state === 'writing'
        ? put(record, { state: 'undone' })
        : leave(record, 'gone')
    }
    if (!isOwn(target, record.sha256)) return leave(record, 'changed')
    if (isFirstThere) return removeTarget(record)
    if (target === 'taken' || target.sha256 !== record.sha256) return leave(record, 'changed')
    const isFree =
      first === null || (record.state === 'returning' && isOwn(first as SourceRead, record.sha256))
    if (!isFree) return leave(record, 'taken')
    // Nothing says that there is another, so this one is not taken away.
    if (record.from === null || job.kind === 'copy') return leave(record, 'gone')
    return giveBack(record, target)
  }

  return { forward, back }
}
