import type { Cosine, UnitVector } from '../brands'
import type { ClassificationRecord } from '../tasks/zero-shot/record'
import { bestConfidence, bestFirst } from './label-order'

/** Their times are in seconds. */
const seconds = ({ time_ms }: ClassificationRecord): number => time_ms / 1000

/** The answer of `/clip/compare`. */
export interface RoboflowComparison {
  /** Cosines in the order of the prompts; by name where the prompts had names. */
  readonly similarity: readonly number[] | Readonly<Record<string, number>>
  readonly time: number
}

/**
 * Cosines as `/clip/compare` answers them: raw, not sorted.
 * @param cosines in the order of the prompts.
 * @param time in seconds.
 * @param names of the prompts, where the request gave an object of them; in the order of the cosines.
 */
export const toComparison = (
  cosines: readonly Cosine[],
  time: number,
  names: readonly string[] | null = null,
): RoboflowComparison => ({
  similarity: names ? Object.fromEntries(names.map((name, i) => [name, cosines[i] ?? 0])) : cosines,
  time,
})

/** A record as `/clip/compare` would have answered. */
export const toRoboflowComparison = (
  record: ClassificationRecord,
  names?: readonly string[],
): RoboflowComparison =>
  toComparison(
    record.labels.map(({ cosine }) => cosine),
    seconds(record),
    names,
  )

/** The answer of `/clip/embed_image` and `/clip/embed_text`. */
export interface RoboflowEmbeddings {
  readonly embeddings: readonly (readonly number[])[]
  /** In seconds. */
  readonly time: number
}

/** Unit vectors as `/clip/embed_image` and `/clip/embed_text` answer them, in the order of the request. */
export const toRoboflowEmbeddings = (
  embeddings: readonly UnitVector[],
  time: number,
): RoboflowEmbeddings => ({ embeddings: embeddings.map((embedding) => [...embedding]), time })

interface Measured {
  readonly time: number
  readonly image: { readonly width: number; readonly height: number }
}

/** The answer of a trained single-label model; every confidence is `null` where the model's scale is not known. */
export interface RoboflowSingleLabel extends Measured {
  /** Best first. */
  readonly predictions: readonly {
    readonly class: string
    readonly class_id: number
    readonly confidence: number | null
  }[]
  readonly top: string | null
  readonly confidence: number | null
}

/** The answer of a trained multi-label model. */
export interface RoboflowMultiLabel extends Measured {
  readonly predictions: Readonly<
    Record<string, { readonly confidence: number | null; readonly class_id: number }>
  >
  readonly predicted_classes: readonly string[]
}

const measured = (record: ClassificationRecord): Measured => ({
  time: seconds(record),
  image: { width: record.width, height: record.height },
})

/** A record as a single-label model would have answered; confidence is the share among the labels. */
export const toRoboflowSingleLabel = (record: ClassificationRecord): RoboflowSingleLabel => {
  const labels = bestFirst(record)
  return {
    ...measured(record),
    predictions: labels.map(({ label, class_id, probability }) => ({
      class: label,
      class_id,
      confidence: probability,
    })),
    top: record.top,
    confidence: bestConfidence(record),
  }
}

/** A record as a multi-label model would have answered; confidence is each label judged alone. */
export const toRoboflowMultiLabel = (record: ClassificationRecord): RoboflowMultiLabel => ({
  ...measured(record),
  // Own properties whatever a label is called, `__proto__` included.
  predictions: Object.fromEntries(
    record.labels.map(({ label, class_id, match, probability }) => [
      label,
      { confidence: match ?? probability, class_id },
    ]),
  ),
  predicted_classes: record.labels.filter(({ accepted }) => accepted).map(({ label }) => label),
})

/**
 * A record as the service answers for a trained model.
 * @param confidence from which probability on one of several labels is said, 0 to 1; `null` leaves it to the record.
 */
export const toRoboflowTrained = (
  record: ClassificationRecord,
  mode: 'single' | 'multi',
  confidence: number | null,
): RoboflowSingleLabel | RoboflowMultiLabel => {
  if (mode === 'single') return toRoboflowSingleLabel(record)
  const labels = record.labels.map((label) => ({
    ...label,
    accepted: confidence === null ? label.accepted : (label.probability ?? 0) >= confidence,
  }))
  return toRoboflowMultiLabel({ ...record, labels })
}
