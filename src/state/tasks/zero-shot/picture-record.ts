import type { LoadedModel } from '../../../core/model/loaded-model'
import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import { toRecord, withholdAnswer, type ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import type { Picture, Settings } from '../../app-state'
import type { PictureJudgement } from './judgements'

/**
 * The record of a picture as it leaves the app; `null` while it is not ranked.
 * @param isBeyond whether the answer means nothing, since the model is not made for such a picture.
 */
export const pictureRecord = (
  { id, name, phase }: Picture,
  judgement: PictureJudgement,
  model: LoadedModel | null,
  { template, temperature }: Settings,
  isBeyond: boolean,
): ClassificationRecord | null => {
  if (phase.kind !== 'ready' || model === null || judgement.ranking.length === 0) return null
  const { sha256, width, height, reducedBy } = phase.facts
  const picture = { id, name, sha256, width, height, reducedBy, time: phase.encoded.time }
  const record = toRecord(picture, judgement, model, { templates: readTemplates(template), temperature })
  return isBeyond ? withholdAnswer(record) : record
}
