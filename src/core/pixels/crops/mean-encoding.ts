import type { PictureEncoding } from '../../model/picture-encoding'
import { toUnitVector } from '../../question/scoring/cosine'
import type { ClassLogits } from '../../tasks/fixed-labels/class-logits'

const meanOf = (rows: readonly Float32Array[]): Float32Array => {
  const sums = new Float64Array(rows[0]?.length ?? 0)
  for (const row of rows) row.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + value))
  return Float32Array.from(sums, (sum) => sum / rows.length)
}

/**
 * What is made of a picture by what was made of its crops: the mean of their unit vectors, made as long as one again, so
 * that a tag's cosine with it orders as the mean of its cosines does; of a classifier the mean of the logits.
 *
 * @returns the only one itself; `null` where crops contradict each other so that nothing is left.
 */
export const meanEncoding = (crops: readonly PictureEncoding[]): PictureEncoding | null => {
  const [first] = crops
  if (!first || crops.length === 1) return first ?? null
  if (first.kind === 'classes') {
    const logits = crops.flatMap((one) => (one.kind === 'classes' ? [one.logits] : []))
    return { kind: 'classes', logits: meanOf(logits) as ClassLogits }
  }
  const embedding = toUnitVector(
    meanOf(crops.flatMap((one) => (one.kind === 'embedding' ? [one.embedding] : []))),
  )
  return embedding && { kind: 'embedding', embedding }
}
