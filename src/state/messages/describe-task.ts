import type { EngineTask } from '../../core/errors/taglens-error'
import type { TextKey } from '../../words/translate'
import type { Wording } from '../../words/wording'

const keys = {
  'encoding pictures': 'errors.tasks.encodingPictures',
  'encoding prompts': 'errors.tasks.encodingPrompts',
  'resizing a picture': 'errors.tasks.resizingPicture',
  'loading the model': 'errors.tasks.loadingModel',
  'checking the model': 'errors.tasks.checkingModel',
  'opening the model': 'errors.tasks.openingModel',
  'downloading a model': 'errors.tasks.downloadingModel',
  'asking for a model': 'errors.tasks.askingForModel',
  'listing models': 'errors.tasks.listingModels',
  'deleting a model': 'errors.tasks.deletingModel',
  'keeping files': 'errors.tasks.keepingFiles',
  'arranging pictures': 'errors.tasks.arranging',
  training: 'errors.tasks.training',
  'packing a model': 'errors.tasks.packingModel',
  'failing on demand': 'errors.tasks.failingOnDemand',
} as const satisfies Readonly<Record<Extract<EngineTask, string>, TextKey>>

/** What was being done, within a sentence. */
export const describeTask = ({ t }: Wording, doing: EngineTask): string =>
  typeof doing === 'string' ? t(keys[doing]) : t('errors.tasks.readingNamed', { name: doing.reading })
