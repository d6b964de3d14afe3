import type { ClassificationRecord } from '../tasks/zero-shot/record'
import { bestFirst } from './label-order'

/** One line of the answer to the task zero-shot-image-classification. */
export interface HuggingFaceLabel {
  readonly label: string
  /** `null` where the model's scale is not known. */
  readonly score: number | null
}

/** A record as the hosted task would have answered: best first. */
export const toHuggingFace = (record: ClassificationRecord): readonly HuggingFaceLabel[] =>
  bestFirst(record).map(({ label, probability }) => ({ label, score: probability }))
