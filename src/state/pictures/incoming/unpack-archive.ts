import { entryKind } from '../../../core/incoming/entry-kind'
import { baseName, compareNames, withinFolder } from '../../../core/incoming/entry-paths'
import { sortEntries, type LeftOut } from '../../../core/incoming/sort-entries'
import type { ArchiveEntry } from '../../../platform/pictures/read-archive'
import { readStart } from './incoming-file'

/** A picture out of an archive. */
export interface UnpackedPicture {
  readonly path: string
  readonly file: File
}

/** What an archive had in it. */
export interface Unpacked {
  readonly pictures: readonly UnpackedPicture[]
  readonly leftOut: readonly LeftOut[]
}

/** Unpacked pictures lie in memory until they are removed: no single one larger than this, in bytes, ... */
const LARGEST = 512 * 2 ** 20
/** ... and no more than this in all. A folder, which is read from disk, has no such limit. */
const MOST = 2 * 2 ** 30

/** Only what a browser cannot tell by itself when it shows the file. */
const typeOf = (path: string): string => (/\.svg$/i.test(path) ? 'image/svg+xml' : '')

/**
 * Unpacks the pictures of an archive, in the order of their names. What is locked, damaged or too large is left out by
 * name, and nothing else is lost.
 * @param onProgress told of files done, of how many.
 */
export const unpackArchive = async (
  entries: readonly ArchiveEntry[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Unpacked> => {
  // The twins that macOS packs beside a folder would hide that all lies in one.
  const own = entries.filter(({ path }) => entryKind({ path, type: '' }) !== 'system')
  if (own.length === 0) return { pictures: [], leftOut: entries.map(({ path }) => ({ path, why: 'system' })) }
  const paths = withinFolder(own.map(({ path }) => path))
  const known = own
    .map((entry, i) => ({ ...entry, path: paths[i] ?? entry.path, inFolder: true, type: '' }))
    .map((entry) => ({ ...entry, kind: entryKind(entry) }))
    .sort((a, b) => compareNames(a.path, b.path))
  // What only its first bytes tell has to be unpacked to be looked at.
  const isWanted = ({ kind }: (typeof known)[number]) => kind === 'picture' || kind === 'unknown'
  const wanted = known.filter(isWanted)
  const { leftOut } = sortEntries(
    known.filter((entry) => !isWanted(entry)),
    'pictures',
  )
  // A function, since the compiler takes a value that was read once as settled.
  const isStopped = () => signal.aborted
  const pictures: UnpackedPicture[] = []
  const failed: LeftOut[] = []
  let room = MOST
  for (const [i, { path, kind, size, encrypted, leadsOut, read }] of wanted.entries()) {
    if (isStopped()) break
    onProgress(i, wanted.length)
    if (leadsOut) failed.push({ path, why: 'leads-out' })
    else if (encrypted) failed.push({ path, why: 'encrypted' })
    else if (size > Math.min(LARGEST, room)) failed.push({ path, why: 'too-large' })
    else {
      const blob = await read(signal).catch(() => null)
      if (isStopped()) break
      if (blob === null) failed.push({ path, why: 'damaged' })
      else if (kind === 'unknown' && entryKind({ path, type: '' }, await readStart(blob)) !== 'picture')
        failed.push({ path, why: 'other' })
      else {
        room -= size
        pictures.push({ path, file: new File([blob], baseName(path), { type: typeOf(path) }) })
      }
    }
  }
  return { pictures, leftOut: [...failed, ...leftOut] }
}
