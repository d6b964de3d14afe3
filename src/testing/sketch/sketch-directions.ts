import type { UnitVector } from '../../core/brands'
import { NEUTRAL_TAGS } from '../../core/question/scoring/neutral-tags'
import { toUnitVector } from '../../core/question/scoring/cosine'
import { subjects } from './sketch-pictures'

const DIMENSION = 96

/** A number of its own for every text. */
export const hash = (text: string): number => {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619)
  // Mixed once more, or texts that differ in their last letter would come out alike.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** A direction of its own for every text: those of the subjects at right angles, others nearly so. */
export const direction = (text: string): Float32Array => {
  // Neutral texts are the rest, or chance would place some of them near a picture.
  const axis = subjects.indexOf(NEUTRAL_TAGS.some((neutral) => neutral === text) ? 'other' : text)
  if (axis >= 0) return Float32Array.from({ length: DIMENSION }, (_, i) => (i === axis ? 1 : 0))
  return Float32Array.from(
    { length: DIMENSION },
    (_, i) => (hash(`${text}#${i}`) / 2 ** 32 - 0.5) / Math.sqrt(DIMENSION / 12),
  )
}

/** The same direction at length one. @throws where there is none. */
export const unit = (values: Float32Array): UnitVector => {
  const vector = toUnitVector(values)
  if (!vector) throw new Error('a made-up embedding has no direction')
  return vector
}
