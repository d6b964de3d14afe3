import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import { neutralTagsBeside } from '../../../core/question/scoring/neutral-tags'
import { tagTexts } from '../../../core/tags/tag-list'
import { exportRecords, type ExportSettings } from '../../../core/views/export'
import type { AppState, Picture } from '../../app-state'
import type { Selectors } from '../../selectors'
import { currentModel } from '../../model/current-model'
import { failedRecords } from '../failed-records'
import type { LateTask } from '../late-task'
import { pictureRecord } from './picture-record'

/** Records of the pictures that are ranked, in their order, each made when it is asked for. */
function* recordsOf(
  pictures: Iterable<Picture>,
  state: AppState,
  { tasks, isBeyondModel }: Selectors,
): Generator<ClassificationRecord> {
  const model = currentModel(state.model)
  for (const picture of pictures) {
    const judgement = tasks['zero-shot'].judgement(state, picture)
    const record = pictureRecord(picture, judgement, model, state.settings, isBeyondModel(state, picture))
    if (record) yield record
  }
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
  exportAll: ({ store, selectors }, pictures, listed, format) => {
    const state = store.getState()
    const records = recordsOf(pictures, state, selectors)
    return exportRecords(records, failedRecords(listed), exportSettings(state), format)
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
