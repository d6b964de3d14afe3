/** How surely pictures of a group are one: the same bytes, the same picture in other bytes, or only much alike. */
export const SAMENESS = ['bytes', 'picture', 'alike'] as const

export type Sameness = (typeof SAMENESS)[number]

/** What speaks for the best picture of a group before all others of it; `first` where they are equal in all. */
export type BestBy = 'pixels' | 'bytes' | 'date' | 'first'

/** Pictures of a list that are one, or much alike. */
export interface DuplicateGroup {
  readonly sameness: Sameness
  /** The best first; the others by the same measure. */
  readonly rows: readonly number[]
  readonly bestBy: BestBy
  /** Their SHA-256s, each once: what is remembered where a person says that they differ. */
  readonly sha256s: readonly string[]
}

/** What was found in a list. */
export interface Duplicates {
  /** The surest first, then the largest, then by the place of the best. */
  readonly groups: readonly DuplicateGroup[]
  /** Pictures that have not been read yet, or could not be, and were compared with nothing. */
  readonly unread: number
}

/** A picture as it is compared. */
export interface ComparedPicture {
  readonly row: number
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** When the file was changed last, in milliseconds since 1970; `NaN` where that is not known. */
  readonly date: number
  /** `null` of one that was read by a version without mosaics. */
  readonly mosaic: Uint8Array | null
  /** What the model that answers made of it; `null` where it has not. */
  readonly vector: Float32Array | null
}
