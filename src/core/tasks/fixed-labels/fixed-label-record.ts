import type { Logit, Milliseconds, Probability } from '../../brands'
import type { Category } from './imagenet/category'
import { sumCategories } from './imagenet/sum-categories'
import type { FixedLabelModel } from './model'
import { type RecordedPicture, type RecordHead, toRecordHead } from '../record-head'
import type { ClassLogits } from './class-logits'
import { classProbabilities, topClasses } from './rank-classes'

/** One class in a {@link FixedLabelRecord}. Field names are a contract: scripts read them. */
export interface ClassRecord {
  readonly label: string
  /** Place of the class in the model's output, from 0. */
  readonly class_id: number
  readonly logit: Logit
  /** Share of 1 among all classes, also those that are not listed. */
  readonly probability: Probability
  /** 1 for the best. */
  readonly rank: number
  /** What it counts as; `null` where the labels are not ImageNet's. */
  readonly category: Category | null
}

/** What a classifier found in a picture, with everything needed to get the same numbers again. */
export interface FixedLabelRecord extends RecordHead {
  /** Decode to logits; 0 for a picture known before. */
  readonly time_ms: Milliseconds
  /** The likeliest classes, best first, as many as were asked for. */
  readonly classes: readonly ClassRecord[]
  /** All six, in the order of the hosted service; `null` where the labels are not ImageNet's. */
  readonly categories: readonly { readonly label: Category; readonly probability: Probability }[] | null
  /** The best class. */
  readonly top: string
  /** Best minus second probability among the classes. */
  readonly margin: number
}

/** Puts a classifier's output for a picture into the shape that leaves the app. */
export const toFixedLabelRecord = (
  picture: RecordedPicture,
  logits: ClassLogits,
  model: FixedLabelModel,
  topK: number,
): FixedLabelRecord => {
  const probabilities = classProbabilities(logits)
  // Two at least, for the margin.
  const best = topClasses(logits, probabilities, model.labels, Math.max(2, topK))
  const { categories } = model
  return {
    ...toRecordHead(picture, model),
    time_ms: picture.time,
    classes: best.slice(0, topK).map(({ label, classId, logit, probability }, i) => ({
      label,
      class_id: classId,
      logit,
      probability,
      rank: i + 1,
      category: categories?.[classId] ?? null,
    })),
    categories:
      categories === null
        ? null
        : sumCategories(probabilities, categories).map(({ category, probability }) => ({
            label: category,
            probability,
          })),
    top: best[0]?.label ?? '',
    margin: (best[0]?.probability ?? 0) - (best[1]?.probability ?? 0),
  }
}
