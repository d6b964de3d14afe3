import { encodingValues, type PictureEncoding } from '../model/picture-encoding'
import { toUnitVector } from '../question/scoring/cosine'
import { toClassLogits } from '../tasks/fixed-labels/class-logits'

/** What a model made of one frame, and when, in milliseconds of a monotonic clock. */
export interface SeenFrame {
  readonly encoding: PictureEncoding
  readonly at: number
}

/** Over how long a live verdict is steadied, in milliseconds. */
const STEADY_MS = 1000

/** The frames that still count, by the newest of them: of one kind of model, and no older than {@link STEADY_MS}. */
export const recentFrames = (seen: readonly SeenFrame[]): readonly SeenFrame[] => {
  const newest = seen.at(-1)
  return newest
    ? seen.filter(({ at, encoding }) => newest.at - at < STEADY_MS && encoding.kind === newest.encoding.kind)
    : []
}

/** The same kind of encoding with other numbers; `null` where they are none that a model gives. */
const withValues = (kind: PictureEncoding['kind'], values: Float32Array): PictureEncoding | null => {
  if (kind === 'embedding') {
    const embedding = toUnitVector(values)
    return embedding && { kind, embedding }
  }
  const logits = toClassLogits(values)
  return logits && { kind, logits }
}

/**
 * One encoding for the last second, so that a verdict does not jump from frame to frame. Encodings are averaged and not
 * shares, since one encoding can be judged as any picture is: with its thresholds, with "none of these".
 *
 * A frame counts the less the older it is, down to nothing after a second: what has changed is the larger part after
 * 0.3 s of frames, by even weights it would be after half a second.
 *
 * @param seen oldest first.
 * @returns `null` for none.
 */
export const steadyEncoding = (seen: readonly SeenFrame[]): PictureEncoding | null => {
  const recent = recentFrames(seen)
  const newest = recent.at(-1)
  if (!newest) return null
  const { encoding } = newest
  // As it is, so that what remembers it by identity still knows it.
  if (recent.every((frame) => frame.encoding === encoding)) return encoding
  const sum = new Float32Array(encodingValues(encoding).length)
  let total = 0
  for (const frame of recent) {
    const weight = 1 - (newest.at - frame.at) / STEADY_MS
    const values = encodingValues(frame.encoding)
    total += weight
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0) * weight
  }
  return (
    withValues(
      encoding.kind,
      sum.map((value) => value / total),
    ) ?? encoding
  )
}
