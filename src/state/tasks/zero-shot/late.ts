import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import { neutralTagsBeside } from '../../../core/question/scoring/neutral-tags'
import { tagTexts } from '../../../core/tags/tag-list'
import { type ExportFormat, exportRecords, type ExportSettings } from '../../../core/views/export'
import type { AppState, Picture } from '../../app-state'
import { decidedTexts } from '../decisions/decisions'
import { createUnlikenessFacts } from '../own/good/unlikeness-of'
import { failedRecords, type LateTask } from '../late-task'
import { wordsRecord } from './picture-record'

/** Records of the pictures that have one, in their order, each made when it is asked for. */
function* recordsOf(
  pictures: Iterable<Picture>,
  recordOf: (picture: Picture) => ClassificationRecord | null,
): Generator<ClassificationRecord> {
  for (const picture of pictures) {
    const record = recordOf(picture)
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

/** What is said of pictures by tags as a file. @param recordOf of whatever answers. */
export const exportTagRecords = (
  state: AppState,
  pictures: Iterable<Picture>,
  listed: readonly Picture[],
  format: ExportFormat,
  recordOf: (picture: Picture) => ClassificationRecord | null,
): Iterable<string> => {
  const factsOf = createUnlikenessFacts(state)
  const isDecided = listed.some((picture) => decidedTexts(state, picture) !== null)
  const withFacts = (picture: Picture): ClassificationRecord | null => {
    const record = recordOf(picture)
    if (!record) return null
    return {
      ...record,
      ...(isDecided && { decision: decidedTexts(state, picture) }),
      ...factsOf(picture),
    }
  }
  return exportRecords(recordsOf(pictures, withFacts), failedRecords(listed), exportSettings(state), format)
}

/** What is wanted of tags when a person asks for it. */
export const zeroShotLate: LateTask = {
  exportAll: ({ store, selectors }, pictures, listed, format) => {
    const state = store.getState()
    return exportTagRecords(state, pictures, listed, format, (picture) =>
      wordsRecord(state, selectors, picture),
    )
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
