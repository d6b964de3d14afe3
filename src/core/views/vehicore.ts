import type { ClassificationRecord } from '../tasks/zero-shot/record'
import { bestConfidence, bestFirst } from './label-order'

/** The answer of `/api/image-classification/clip` and `/vit`. Field names and order are theirs. */
export interface VehicoreAnswer {
  readonly result: string | null
  /** `null`, and so is every score, where the model's scale is not known. */
  readonly confidence: number | null
  readonly model: 'clip' | 'vit'
  /** Best first. */
  readonly predictions: readonly { readonly label: string; readonly score: number | null }[]
  /** Ours, and only there where no label fits and none stands for the rest, so that `result` cannot say so. */
  readonly rejected?: true
  /** Ours, and only there where an answer would mean nothing: why. Then `result` is `null`. */
  readonly unanswered?: string
}

/** A record as VehiCore would have answered. */
export const toVehicore = (
  record: ClassificationRecord,
  model: VehicoreAnswer['model'] = 'clip',
): VehicoreAnswer => {
  const labels = bestFirst(record)
  return {
    result: record.top,
    confidence: bestConfidence(record),
    model,
    predictions: labels.map(({ label, probability }) => ({ label, score: probability })),
    ...(record.rejected && labels[0]?.accepted !== true && { rejected: true }),
    ...(record.unanswered !== undefined && { unanswered: record.unanswered }),
  }
}
