import { baseName } from '../incoming/entry-paths'
import { entryKind, type IncomingEntry } from '../incoming/entry-kind'
import { isReadableFormat } from '../pixels/header/read-image-header'
import { sniffFormat } from '../pixels/header/sniff-format'

/**
 * Pictures that wait for the page, as entries of the inbox's cache: sent to the app by another one or by another site.
 * The page takes them out when it opens, and asks about them.
 */

/** Holds a picture's file name, percent-encoded. */
export const NAME_HEADER = 'X-Taglens-Name'

/** Of the entry that says how many files were left out: holds their number. */
export const LEFT_OUT_HEADER = 'X-Taglens-Left-Out'

/** Where the system posts shared pictures, relative to the app. Never a file of the host. */
export const SHARE_PATH = 'share'

/** Field of the posted form that holds the pictures. */
export const SHARE_FIELD = 'pictures'

/** Of one form. A system shares tens at most, and the page holds them in memory until the person has answered. */
export const MOST_SENT = { files: 100, megabytes: 100 } as const

/** Types that say nothing. Android sends the second one for what its gallery or file manager knows no type of. */
const NO_TYPES: readonly string[] = ['', 'application/octet-stream']

/**
 * Whether a file that was sent is a picture, as for every other way in; and besides, since anyone may have sent it,
 * begins like one that can be read, and does not say that it is anything else.
 */
export const isSentPicture = (entry: IncomingEntry, start: Uint8Array): boolean =>
  // A name may come with anything before it, which is no folder of the person's.
  entryKind({ ...entry, path: baseName(entry.path) }, start) === 'picture' &&
  (NO_TYPES.includes(entry.type) || entry.type.startsWith('image/')) &&
  isReadableFormat(sniffFormat(start))

/** Address of an entry. `scope` is the app's own address; `id` orders the entries. */
export const inboxAddress = (scope: string, id: string): string => `${scope}inbox/${id}`

/** A file name as a header may carry it. Half a surrogate pair, which a hostile name may hold, is replaced. */
export const nameToHeader = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'))

/** The file name in a header; another project on the origin may have written something else there. */
export const headerToName = (header: string | null): string => {
  try {
    return decodeURIComponent(header ?? '') || 'Picture'
  } catch {
    return 'Picture'
  }
}
