/** What a file is by its own first bytes. Names are fit for a message; a file's name and type are not asked. */
export type ImageFormat =
  | 'PNG'
  | 'JPEG'
  | 'WebP'
  | 'GIF'
  | 'BMP'
  | 'ICO'
  | 'AVIF'
  | 'HEIC'
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'TIFF'
  | 'RAW'
  | 'PSD'
  | 'SVG'
  | 'PDF'
  | 'MP4'
  | 'ZIP'
  | 'HTML'
  | 'XML'
  | 'text'
  | 'empty'
  | 'unknown'

/** A size in whole pixels as the file states it, before any rotation that it asks for. May be 0 in a broken file. */
export interface StatedSize {
  readonly width: number
  readonly height: number
}

/** What a header tells of a picture. */
export interface SizedHeader extends StatedSize {
  /** A JPEG whose rows can be decoded one after the other: baseline. A progressive one takes memory for all at once. */
  readonly reducible?: true
}

/** What is known of a picture before it is decoded. */
export type ImageHeader =
  | ({ readonly kind: 'sized'; readonly format: ImageFormat } & SizedHeader)
  /**
   * The size lies behind the bytes that were given: ask again with more of the file, or, where `at` says at which byte
   * of it the size is to be found, with what lies there (`readTiffDirectory`).
   */
  | { readonly kind: 'cut-off'; readonly format: ImageFormat; readonly at?: number }
  /** No size that bounds the work: it is drawn at a size of our choice (SVG), or the picture in it has a header (RAW). */
  | { readonly kind: 'boundless'; readonly format: ImageFormat }
  /** Broken, or a format whose size no one needs because no browser decodes it. */
  | { readonly kind: 'unsized'; readonly format: ImageFormat }

/**
 * Finds the size in a file of one format, or says that there is none. Reads through the `DataView`, whose
 * RangeError past the end means "cut off" to the caller; every loop moves forward.
 */
export type SizeReader = (view: DataView) => SizedHeader | undefined
