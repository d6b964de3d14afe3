import type { ClassificationRecord } from '../tasks/zero-shot/record'
import { bestFirst } from './label-order'

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
}

/** A record as VehiCore would have answered. */
export const toVehicore = (
  record: ClassificationRecord,
  model: VehicoreAnswer['model'] = 'clip',
): VehicoreAnswer => {
  const labels = bestFirst(record)
  return {
    result: record.top,
    confidence: labels[0] ? labels[0].probability : 0,
    model,
    predictions: labels.map(({ label, probability }) => ({ label, score: probability })),
    ...(record.rejected && labels[0]?.accepted !== true && { rejected: true }),
  }
}
