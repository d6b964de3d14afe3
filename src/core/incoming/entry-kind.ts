import type { ImageFormat } from '../pixels/header/image-header'
import { sniffFormat } from '../pixels/header/sniff-format'

/**
 * Files and folders that systems leave behind: hidden ones (`.DS_Store`, the `._` twins of macOS), previews of Windows
 * and of network disks, bins.
 */
const SYSTEM_NAME =
  /^(\.(?!\.?$).*|__macosx|(eh)?thumbs\.db|desktop\.ini|icon\r|@eadir|#recycle|\$recycle\.bin|system volume information)$/i

/** Whether a file or folder of this name is a system's own. */
export const isSystemName = (name: string): boolean => SYSTEM_NAME.test(name)

/** One file that comes in, whichever way. */
export interface IncomingEntry {
  /** Its name, with the folders that it lies in as far as they are known: `train/cat/img_1.jpg`. */
  readonly path: string
  /** As the browser or the sender says, by the name most often; empty where no one knows. */
  readonly type: string
}

/** What a file is to this app. */
export type EntryKind =
  | 'picture'
  /** A text that may be a list of tags. */
  | 'list'
  | 'archive'
  /** What this app has written: a classifier or a project. */
  | 'own'
  /** To be ranked as it plays. */
  | 'video'
  /** A system's own, which the person does not know of. */
  | 'system'
  /** Notes of another program about the picture beside it. */
  | 'sidecar'
  | 'other'
  /** Neither name nor type says it: its first bytes do. */
  | 'unknown'

/** Enough of a file's beginning to tell what it is, also of a drawing behind a long remark. */
export const SNIFFED_BYTES = 16_384

/** Pictures, also those that get no further than a clear error: the person means them to be ranked. */
export const PICTURE_NAME =
  /\.(jpe?g|jpe|jfif|a?png|webp|gif|bmp|dib|ico|cur|avifs?|hei[cf]|hif|jxl|jp2|j2k|tiff?|svg|psd|dng|cr[23]|ne[fw]|nrw|arw|sr[f2w]|raf|rw2|orf|pef|3fr|mpo)$/i

const LIST_NAME = /\.(txt|csv|tsv|json)$/i
const LIST_TYPES: readonly string[] = [
  'text/plain',
  'text/csv',
  'text/tab-separated-values',
  'application/json',
]

const ARCHIVE_NAME = /\.zip$/i
const ARCHIVE_TYPES: readonly string[] = ['application/zip', 'application/x-zip-compressed']

export const OWN_NAME = /\.taglens$/i

/** What cameras and screen recorders write; a browser plays some of it. */
const VIDEO_NAME = /\.(mp4|m4v|mov|webm|mkv|og[vm]|avi|3gp|mpe?g|m2?ts|wmv)$/i

/** Edits of Apple's Photos, descriptions of Adobe's and other programs, previews of cameras. */
const SIDECAR_NAME = /\.(aae|xmp|thm|pp3|dop|on1|cos)$/i

/** Types that say nothing. Android sends the second one for what its gallery or file manager knows no type of. */
const NO_TYPES: readonly string[] = ['', 'application/octet-stream']

/** First bytes of what is a picture, whether or not it can be decoded here. */
const PICTURE_FORMATS: readonly ImageFormat[] = [
  ...(['PNG', 'JPEG', 'WebP', 'GIF', 'BMP', 'ICO', 'AVIF', 'HEIC'] as const),
  ...(['JPEG XL', 'JPEG 2000', 'TIFF', 'RAW', 'PSD', 'SVG'] as const),
]

/**
 * Tells what a file is: the one place that decides it, for every way in.
 * @param start its first bytes, where they have been read: they are asked only about what is `unknown` without.
 */
export const entryKind = ({ path, type }: IncomingEntry, start: Uint8Array | null = null): EntryKind => {
  if (path.split('/').some(isSystemName)) return 'system'
  if (SIDECAR_NAME.test(path)) return 'sidecar'
  if (PICTURE_NAME.test(path)) return 'picture'
  if (LIST_NAME.test(path)) return 'list'
  if (ARCHIVE_NAME.test(path)) return 'archive'
  if (OWN_NAME.test(path)) return 'own'
  if (VIDEO_NAME.test(path) || type.startsWith('video/')) return 'video'
  if (type.startsWith('image/')) return 'picture'
  if (LIST_TYPES.includes(type)) return 'list'
  if (ARCHIVE_TYPES.includes(type)) return 'archive'
  if (!NO_TYPES.includes(type)) return 'other'
  if (start === null) return 'unknown'
  return PICTURE_FORMATS.includes(sniffFormat(start)) ? 'picture' : 'other'
}
