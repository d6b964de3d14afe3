import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import { neutralTagsBeside } from '../../../core/question/scoring/neutral-tags'
import { tagTexts } from '../../../core/tags/tag-list'
import { exportRecords, type ExportSettings } from '../../../core/views/export'
import type { AppState } from '../../app-state'
import type { Selectors } from '../../selectors'
import { currentModel } from '../../model/current-model'
import { failedRecords } from '../failed-records'
import type { LateTask } from '../late-task'
import { pictureRecord } from './picture-record'

/** Records of every picture that is ranked, in the order of the list. */
const allRecords = (
  state: AppState,
  { tasks, isBeyondModel }: Selectors,
): readonly ClassificationRecord[] => {
  const model = currentModel(state.model)
  return state.pictures.flatMap(
    (picture) =>
      pictureRecord(
        picture,
        tasks['zero-shot'].judgement(state, picture),
        model,
        state.settings,
        isBeyondModel(state, picture),
      ) ?? [],
  )
}

/** What a file of records says once for all of them. */
const exportSettings = ({ tags, settings }: AppState): ExportSettings => ({
  neutral: neutralTagsBeside(tagTexts(tags)),
  rules: settings.rules,
  thresholds: Object.fromEntries(
    tags.flatMap(({ text, threshold }) => (threshold === null ? [] : [[text, threshold]])),
  ),
})

/** What is wanted of tags when a person asks for it. */
export const zeroShotLate: LateTask = {
  exportAll: ({ store, selectors }, format) => {
    const state = store.getState()
    return exportRecords(allRecords(state, selectors), failedRecords(state), exportSettings(state), format)
  },
  toLink: ({ tags, settings: { template, temperature, rules } }, clipModel) => ({
    mode: 'clip',
    labels: tags.filter(({ picture }) => picture === null).map(({ text }) => text),
    templates: readTemplates(template),
    temperature,
    rules,
    clipModel,
  }),
}
