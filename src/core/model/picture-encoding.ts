import type { UnitVector } from '../brands'
import type { ClassLogits } from '../tasks/fixed-labels/class-logits'

/** What a model makes of a picture, once: everything that is shown of it follows from this by arithmetic. */
export type PictureEncoding =
  /** By a vision tower, to be compared with prompts. */
  | { readonly kind: 'embedding'; readonly embedding: UnitVector }
  /** By a classifier. */
  | { readonly kind: 'classes'; readonly logits: ClassLogits }
