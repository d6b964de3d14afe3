import type { TextKey } from '../words/translate'
import type { Wording } from '../words/wording'

type TaskKey = Extract<TextKey, `errors.tasks.${string}`>

/** What the engine's parts call the work that they do, as errors carry it. */
const tasks: ReadonlyMap<string, TaskKey> = new Map([
  ['encoding pictures', 'errors.tasks.encodingPictures'],
  ['encoding prompts', 'errors.tasks.encodingPrompts'],
  ['reading a file', 'errors.tasks.readingFile'],
  ['reading a picture', 'errors.tasks.readingPicture'],
  ['resizing a picture', 'errors.tasks.resizingPicture'],
  ['loading the model', 'errors.tasks.loadingModel'],
  ['loading the model to compare with', 'errors.tasks.loadingModel'],
  ['checking the model', 'errors.tasks.checkingModel'],
  ['trying the model', 'errors.tasks.checkingModel'],
  ['checking a model', 'errors.tasks.checkingModel'],
  ['checking a stored model', 'errors.tasks.checkingModel'],
  ['opening the model', 'errors.tasks.openingModel'],
  ['opening a model', 'errors.tasks.openingModel'],
  ['opening a stored model', 'errors.tasks.openingModel'],
  ['downloading a model', 'errors.tasks.downloadingModel'],
  ['asking for a model', 'errors.tasks.askingForModel'],
  ['listing models', 'errors.tasks.listingModels'],
  ['deleting a model', 'errors.tasks.deletingModel'],
  ['keeping files', 'errors.tasks.keepingFiles'],
  ['packing a model', 'errors.tasks.packingModel'],
])

/** What was being done, within a sentence. Work without a text of its own is named as the engine calls it. */
export const describeTask = ({ t }: Wording, doing: string): string => {
  const key = tasks.get(doing)
  return key === undefined ? doing : t(key)
}
