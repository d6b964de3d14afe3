import type { Probability } from '../../brands'
import type { FixedLabelRecord } from './fixed-label-record'

/** What `/api/image-classification/vit` of VehiCore answers. Names and order are a contract: scripts read them. */
export interface VitAnswer {
  readonly result: string
  /** The first score. */
  readonly confidence: Probability
  readonly model: 'vit'
  /** Best first. */
  readonly predictions: readonly { readonly label: string; readonly score: Probability }[]
}

interface Scored {
  readonly label: string
  readonly probability: Probability
}

/**
 * Puts a record into VehiCore's shape: the six categories, or the model's own labels where they are not
 * ImageNet's and nothing maps them.
 */
export const toVitAnswer = ({
  classes,
  categories,
}: Pick<FixedLabelRecord, 'categories'> & { readonly classes: readonly Scored[] }): VitAnswer => {
  const scored: readonly Scored[] = categories ?? classes
  const predictions = scored
    .map(({ label, probability }) => ({ label, score: probability }))
    .sort((a, b) => b.score - a.score)
  const [best = { label: '', score: 0 as Probability }] = predictions
  return { result: best.label, confidence: best.score, model: 'vit', predictions }
}
