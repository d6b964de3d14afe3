/**
 * Pictures that wait for the page, as entries of the inbox's cache: shared to the app by another one. The page takes
 * them out when it opens.
 */

/** Holds a picture's file name, percent-encoded. */
export const NAME_HEADER = 'X-Taglens-Name'

/** Where the system posts shared pictures, relative to the app. Never a file of the host. */
export const SHARE_PATH = 'share'

/** Field of the posted form that holds the pictures. */
export const SHARE_FIELD = 'pictures'

/** Address of an inbox entry. `scope` is the app's own address; `id` orders the entries. */
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
