import type { Cosine, Logit, Milliseconds, Probability } from '../../brands'
import type { LoadedModel } from '../../model/loaded-model'
import { toRecordHead, type RecordedPicture, type RecordHead } from '../record-head'
import type { Judgement } from '../../question/scoring/judge'

/** One tag in a {@link ClassificationRecord}. Field names are a contract: scripts read them. */
export interface LabelRecord {
  readonly label: string
  /** Place of the label in the request, from 0. */
  readonly class_id: number
  readonly cosine: Cosine
  /**
   * Cosine times the model's scale; of a label for the rest, that of the bar which the best one had to clear; of a
   * picture as a label, one on the scale of the words (ADR 33). `null` where the scale is not known, and
   * so are probability and match. Of a classifier of the person's own the logit is its own.
   */
  readonly logit: Logit | null
  readonly probability: Probability | null
  /** The label judged alone, 0 to 1; `null` where there were no neutral texts to compare with either. */
  readonly match: Probability | null
  /** 1 for the best. */
  readonly rank: number
  /** Whether the label is part of the answer. */
  readonly accepted: boolean
}

/** What is known of one classified picture, with everything needed to get the same numbers again. */
export interface ClassificationRecord extends RecordHead {
  readonly templates: readonly string[]
  readonly temperature: number
  /** Decode to embedding; 0 for a picture known before. */
  readonly time_ms: Milliseconds
  /** In the order of the request. */
  readonly labels: readonly LabelRecord[]
  /** The best label; `null` without labels. */
  readonly top: string | null
  /** Best minus second probability; with one label its own. 0 without labels, `null` without probabilities. */
  readonly margin: number | null
  /** Whether no label that names something fits. */
  readonly rejected: boolean
  /** Why there is no answer, in English; only there where one is withheld. */
  readonly unanswered?: string
  /**
   * Labels that the person has decided on, whatever the model says: none where none is true, `null` where nothing is
   * decided. In files of results alone, where something is decided of any picture.
   */
  readonly decision?: readonly string[] | null
  /** A classifier of the person's own, where it answers in place of the words. */
  readonly classifier?: ClassifierFacts
  /** Only in files of results that were saved while pictures are ordered by it. */
  readonly unlikeness?: Unlikeness
}

/** How unlike the examples of one label a picture is. It says how much it differs, and not that anything is wrong. */
export interface Unlikeness {
  /** The label. */
  readonly to: string
  /** The mean distance (1 less the cosine) to the three nearest of the examples, itself not among them. */
  readonly value: number
  /** What 19 of 20 of the examples stay below, each compared with the others; `null` with fewer than twenty. */
  readonly usual: number | null
  readonly examples: number
}

/** Which classifier of the person's own has answered. */
export interface ClassifierFacts {
  readonly id: string
  /** The same for the same weights, 8 hex digits. */
  readonly version: string
  /** How many it has learned from. */
  readonly examples: number
}

/**
 * A record without what the model made of the picture, since that means nothing: a photograph, to a model that reads
 * drawings only.
 */
export const withholdAnswer = (record: ClassificationRecord): ClassificationRecord => ({
  ...record,
  labels: [],
  top: null,
  margin: null,
  rejected: false,
  unanswered: 'This looks like a photograph, and the model reads drawings only.',
})

/** Puts what is said of a picture into the shape that leaves the app. */
export const toRecord = (
  picture: RecordedPicture,
  { ranking, rejected, margin }: Judgement,
  model: LoadedModel,
  { templates, temperature }: Pick<ClassificationRecord, 'templates' | 'temperature'>,
): ClassificationRecord => ({
  ...toRecordHead(picture, model),
  templates,
  temperature,
  time_ms: picture.time,
  labels: [...ranking]
    .sort((a, b) => a.index - b.index)
    .map(({ tag, index, cosine, logit, probability, match, rank, accepted }) => ({
      label: tag,
      class_id: index,
      cosine,
      logit,
      probability,
      match,
      rank: rank + 1,
      accepted,
    })),
  top: ranking[0]?.tag ?? null,
  margin,
  rejected,
})
