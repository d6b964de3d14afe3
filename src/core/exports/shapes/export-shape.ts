import type { LabelledPicture } from './labelled-picture'

/** A file of an archive: the picture's own bytes as they are, or a text in pieces. */
export interface ShapeFile {
  readonly path: string
  readonly content: 'picture' | readonly string[]
}

/**
 * The layout that some kind of program reads: which files an archive holds. It is given one picture after another, and
 * remembers no more of each than it writes at the end.
 */
export interface ExportShape {
  /** The files of a picture; none where this layout has no place for it. */
  add(picture: LabelledPicture): readonly ShapeFile[]
  /** The files about all of them, when all have been given. */
  end(): readonly ShapeFile[]
  /** Paths that were left as they are, since something else is there. */
  readonly left?: readonly string[]
}
