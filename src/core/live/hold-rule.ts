import type { UnitVector } from '../brands'
import { cosine } from '../question/scoring/cosine'

/** The frame that was kept last of a hold. */
export interface HeldFrame {
  readonly embedding: UnitVector
  /** In milliseconds of a monotonic clock. */
  readonly at: number
}

/** Milliseconds between two frames that are kept: closer ones teach nothing more. */
const APART_MS = 250

/** Frames whose vectors have a larger cosine show the same to the model: a hand held still, a thing that is not turned. */
const SAME = 0.995

/** Frames of one hold at most: a minute of change. */
export const MOST_HELD = 240

/** Whether a frame is kept while a tag is held: the first at once, then what looks different, four a second at most. */
export const holdsFrame = (last: HeldFrame | null, frame: HeldFrame): boolean =>
  last === null || (frame.at - last.at >= APART_MS && cosine(last.embedding, frame.embedding) < SAME)
