import type { Probability } from '../brands'
import type { ClassScore } from '../fixed-labels/rank-classes'
import type { CategoryShare } from '../imagenet/sum-categories'

/** What `/api/image-classification/vit` of VehiCore answers. Names and order are a contract: scripts read them. */
export interface VitAnswer {
  readonly result: string
  /** The first score. */
  readonly confidence: Probability
  readonly model: 'vit'
  /** Best first. */
  readonly predictions: readonly { readonly label: string; readonly score: Probability }[]
}

/** What a classifier with fixed labels found in a picture. */
export interface Classified {
  /** Best first, at least one. */
  readonly classes: readonly Pick<ClassScore, 'label' | 'probability'>[]
  /** `null` where the labels are not ImageNet's. */
  readonly categories: readonly CategoryShare[] | null
}

/**
 * Puts a result into VehiCore's shape: the six categories, or the model's own labels where they are not
 * ImageNet's and nothing maps them.
 */
export const toVitAnswer = ({ classes, categories }: Classified): VitAnswer => {
  const predictions = (
    categories?.map(({ category, probability }) => ({ label: category, score: probability })) ??
    classes.map(({ label, probability }) => ({ label, score: probability }))
  ).toSorted((a, b) => b.score - a.score)
  const [best = { label: '', score: 0 as Probability }] = predictions
  return { result: best.label, confidence: best.score, model: 'vit', predictions }
}
