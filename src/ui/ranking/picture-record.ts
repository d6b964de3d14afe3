import { toRecord, type ClassificationRecord } from '../../core/record'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { Picture, Settings } from '../../state/app-state'
import type { PictureJudgement } from '../../state/ranking-selectors'

/** The record of a picture as it leaves the app; `null` while it is not ranked. */
export const pictureRecord = (
  { id, name, phase }: Picture,
  judgement: PictureJudgement,
  model: LoadedModel | null,
  { template, temperature }: Settings,
): ClassificationRecord | null => {
  if (phase.kind !== 'ready' || model === null || judgement.ranking.length === 0) return null
  const { sha256, width, height } = phase.facts
  const picture = { id, name, sha256, width, height, time: phase.encoded.time }
  return toRecord(picture, judgement, model, { templates: [template], temperature })
}
