import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import { toRecord, withholdAnswer, type ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import type { AppState, Picture } from '../../app-state'
import { currentModel } from '../../model/current-model'
import type { Selectors } from '../../selectors'

/** The record of a picture as the words answer it and as it leaves the app; `null` while it is not ranked. */
export const wordsRecord = (
  state: AppState,
  { tasks, isBeyondModel }: Pick<Selectors, 'tasks' | 'isBeyondModel'>,
  shown: Picture,
): ClassificationRecord | null => {
  const { id, name, phase } = shown
  const model = currentModel(state.model)
  const judgement = tasks['zero-shot'].judgement(state, shown)
  if (phase.kind !== 'ready' || model === null || judgement.ranking.length === 0) return null
  const { sha256, width, height } = phase.facts
  const { template, temperature } = state.settings
  const { reducedBy, time } = phase.encoded
  const picture = { id, name, sha256, width, height, reducedBy, time }
  const record = toRecord(picture, judgement, model, { templates: readTemplates(template), temperature })
  return isBeyondModel(state, shown) ? withholdAnswer(record) : record
}
