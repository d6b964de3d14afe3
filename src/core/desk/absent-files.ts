/** A picture's file that is not on this machine, or was not shown to the page yet: what it is found by. */
export interface AbsentFile {
  /** In bytes. */
  readonly size: number
  /** Milliseconds since 1970; `null` where that was not known. */
  readonly modified: number | null
}

/** A picture whose file is looked for. */
export interface SoughtPicture extends AbsentFile {
  readonly id: string
  /** Its path in the folder that it came in. */
  readonly name: string
  /** Of its bytes; `null` where it had not been read. */
  readonly sha256: string | null
}

/** A file that may be one of them. */
export interface FoundFile<AFile> {
  readonly file: AFile
  /** As long as it is known: from a folder on. */
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** Disks and archives round times to two seconds. */
const SAME_TIME_MS = 2000

/** Whether one path is the other, told from a folder above or below. */
const isSamePlace = (one: string, other: string): boolean =>
  one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`)

const isSameTime = (sought: AbsentFile, found: { readonly modified: number }): boolean =>
  sought.modified !== null && Math.abs(sought.modified - found.modified) <= SAME_TIME_MS

/**
 * Finds pictures among files: by place, length and time at once, which reads nothing; else by their bytes, of which only
 * those files are read that are as long as a picture that is still sought. A picture that had never been read is found by place
 * and length.
 *
 * @param hashOf SHA-256 of a file; `null` where it cannot be read.
 * @returns the file of each picture that was found, by its id.
 */
export const findFiles = async <AFile>(
  sought: readonly SoughtPicture[],
  files: readonly FoundFile<AFile>[],
  hashOf: (file: AFile) => Promise<string | null>,
): Promise<ReadonlyMap<string, AFile>> => {
  const bySize = new Map<number, SoughtPicture[]>()
  for (const picture of sought) {
    const same = bySize.get(picture.size)
    if (same) same.push(picture)
    else bySize.set(picture.size, [picture])
  }
  const found = new Map<string, AFile>()
  const left: FoundFile<AFile>[] = []
  for (const one of files) {
    const there = bySize
      .get(one.size)
      ?.find(
        ({ id, name, sha256, ...place }) =>
          !found.has(id) && isSamePlace(name, one.path) && (sha256 === null || isSameTime(place, one)),
      )
    if (there) found.set(there.id, one.file)
    else left.push(one)
  }
  for (const { file, size } of left) {
    const open = bySize.get(size)?.filter(({ id, sha256 }) => sha256 !== null && !found.has(id)) ?? []
    if (open.length === 0) continue
    const sha256 = await hashOf(file)
    // The same picture may be there twice: one file serves both.
    for (const picture of open) if (picture.sha256 === sha256) found.set(picture.id, file)
  }
  return found
}
