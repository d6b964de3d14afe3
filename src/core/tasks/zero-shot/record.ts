import type { Cosine, Logit, Milliseconds, Probability } from '../../brands'
import type { LoadedModel } from '../../model/loaded-model'
import type { Judgement } from '../../question/scoring/judge'

/** One tag in a {@link ClassificationRecord}. Field names are a contract: scripts read them. */
export interface LabelRecord {
  readonly label: string
  /** Place of the label in the request, from 0. */
  readonly class_id: number
  readonly cosine: Cosine
  /**
   * Cosine times the model's scale; of a label for the rest, that of the bar which the best one had to clear. `null`
   * where the scale is not known, and so are probability and match.
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
export interface ClassificationRecord {
  readonly id: string
  readonly name: string
  /** Of the file's bytes, hex. */
  readonly sha256: string
  /** Of the decoded picture, upright. */
  readonly width: number
  readonly height: number
  readonly model: {
    readonly id: string
    readonly revision: string
    readonly dtype: string
    readonly device: string
    readonly recipe: string
    readonly verified: boolean
  }
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
}

/** What a record says of its picture. */
export interface RecordedPicture {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly time: Milliseconds
}

/** What every record begins with: which picture, and which model saw it. */
export type RecordHead = Pick<ClassificationRecord, 'id' | 'name' | 'sha256' | 'width' | 'height' | 'model'>

/** Builds the head of a record. */
export const toRecordHead = (picture: RecordedPicture, model: LoadedModel): RecordHead => ({
  id: picture.id,
  name: picture.name,
  sha256: picture.sha256,
  width: picture.width,
  height: picture.height,
  model: {
    id: model.id,
    revision: model.revision,
    dtype: model.dtype.vision,
    device: model.device,
    recipe: model.recipe.key,
    verified: model.selfCheck.kind === 'verified',
  },
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
