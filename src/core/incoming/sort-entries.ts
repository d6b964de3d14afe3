import type { EntryKind } from './entry-kind'

/** Where files were let go: on the tags, or anywhere else. */
export type LandsOn = 'pictures' | 'tags'

/** Why a file is neither picture nor tags. */
export type LeftOutReason =
  /** Not a picture. */
  | 'other'
  /** A text beside pictures or in a folder: it is a list of tags only by itself, or on the tags. */
  | 'list'
  /** A video beside other files, or in a folder: by itself it is ranked as it plays. */
  | 'video'
  /** Notes of another program about a picture. */
  | 'sidecar'
  /** A system's own. */
  | 'system'
  /** An archive in a folder or in an archive. */
  | 'archive'
  /** A project, or one of several classifiers: only one is opened at a time, and a project by itself. */
  | 'own'
  /** Of an archive: a path that leads out of it, locked by a password, broken, or over the limit. */
  | 'leads-out'
  | 'encrypted'
  | 'damaged'
  | 'too-large'

/** A file that was left out, for who asks which. */
export interface LeftOut {
  readonly path: string
  readonly why: LeftOutReason
}

interface KnownEntry {
  readonly path: string
  /** Whether it came in a folder or an archive, and not by itself. */
  readonly inFolder: boolean
  readonly kind: EntryKind
}

/** What becomes of files that came in at once. */
export interface SortedEntries<Entry> {
  readonly pictures: readonly Entry[]
  /** Lists of tags. */
  readonly lists: readonly Entry[]
  /** Archives to look into, this app's own among them. */
  readonly archives: readonly Entry[]
  /** To be ranked as it plays. */
  readonly video: Entry | null
  /** What the person should hear of. */
  readonly leftOut: readonly LeftOut[]
}

/**
 * Sorts the files that came in at once, whichever way.
 *
 * A text is a list of tags only by itself or on the tags: beside pictures or in a folder it may be a licence, an
 * annotation, coordinates. A video is ranked live when it comes by itself: beside pictures it may be a phone's moving
 * photo. What is no picture is left out; by itself it was meant, and becomes a picture that says by
 * its error what it is. A system's own files are not spoken of, unless there is nothing else.
 */
export const sortEntries = <Entry extends KnownEntry>(
  entries: readonly Entry[],
  landsOn: LandsOn,
): SortedEntries<Entry> => {
  const [first] = entries
  const isMeant = entries.length === 1 && first?.inFolder === false
  const isPicture = ({ kind }: Entry) =>
    kind === 'picture' || (kind === 'other' && isMeant && landsOn === 'pictures')
  const isList = (entry: Entry) => entry.kind === 'list' && !entry.inFolder && (isMeant || landsOn === 'tags')
  const isArchive = ({ kind, inFolder }: Entry) =>
    !inFolder && (kind === 'own' || (kind === 'archive' && landsOn === 'pictures'))
  const video = isMeant && first.kind === 'video' && landsOn === 'pictures' ? first : null
  const isLeftOut = (entry: Entry) =>
    !isPicture(entry) && !isList(entry) && !isArchive(entry) && entry !== video

  const leftOut = entries.filter(isLeftOut).map(({ path, kind }): LeftOut => {
    // Asked about a file whose beginning could not be read: `unknown` to the end.
    const why = kind === 'picture' || kind === 'unknown' ? 'other' : kind
    return { path, why }
  })
  const spokenOf = leftOut.filter(({ why }) => why !== 'system')
  return {
    pictures: entries.filter(isPicture),
    lists: entries.filter(isList),
    archives: entries.filter(isArchive),
    video,
    leftOut: leftOut.length === entries.length && spokenOf.length === 0 ? leftOut : spokenOf,
  }
}
