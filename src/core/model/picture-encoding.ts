import type { Milliseconds, UnitVector } from '../brands'
import type { CropFrame } from '../pixels/crops/crop-frame'
import type { Reduction } from '../pixels/reduction'
import type { ClassLogits } from '../tasks/fixed-labels/class-logits'

/** What a model makes of a picture, once: everything that is shown of it follows from this by arithmetic. */
export type PictureEncoding =
  /** By a vision tower, to be compared with prompts. */
  | { readonly kind: 'embedding'; readonly embedding: UnitVector }
  /** By a classifier. */
  | { readonly kind: 'classes'; readonly logits: ClassLogits }

/** Its numbers, whichever they are. */
export const encodingValues = (encoding: PictureEncoding): Float32Array =>
  encoding.kind === 'embedding' ? encoding.embedding : encoding.logits

/** Rows of numbers of equal length, one after another in an array of their own. */
export const joinRows = (rows: readonly Float32Array[]): Float32Array<ArrayBuffer> => {
  const width = rows[0]?.length ?? 0
  const all = new Float32Array(rows.length * width)
  rows.forEach((row, i) => {
    all.set(row, i * width)
  })
  return all
}

/** What one model made of a picture. */
export type EncodedByModel = PictureEncoding & {
  /** `LoadedModel.key`: scores mix only encodings of one model. */
  readonly modelKey: string
  /** The part of the picture that this model saw. */
  readonly frame: CropFrame
  /** How many times smaller each side was decoded before the model's recipe, see `Reading`. */
  readonly reducedBy: 1 | Reduction
  /** Decode to encoding; 0 where that was known already. */
  readonly time: Milliseconds
}
