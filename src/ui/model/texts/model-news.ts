import type { ModelPhase } from '../../../core/model/model-phase'
import type { Wording } from '../../../words/wording'
import { nameOfModel, nameOfSource } from './model-name'

/** Steps of a download that are said: more often would be noise. */
const TENTHS = 10

const tenthOf = (model: ModelPhase): number => {
  if (model.kind !== 'loading' || model.progress.total === null || model.progress.total === 0) return 0
  return Math.floor((model.progress.loaded / model.progress.total) * TENTHS)
}

/** What a screen reader is told of the model's life, at most each tenth of a download. `null` while it is no news. */
export const modelNews = ({ t, format }: Wording, model: ModelPhase, before: ModelPhase): string | null => {
  if (model === before) return null
  switch (model.kind) {
    case 'ready':
      return before.kind === 'loading' ? t('model.spokenReady', { name: nameOfModel(model.model) }) : null
    case 'loading': {
      const tenth = tenthOf(model)
      return before.kind === 'loading' && tenth > tenthOf(before) && tenth < TENTHS
        ? t('model.spokenProgress', {
            name: nameOfSource(model.choice.source),
            percent: format.count(tenth * (100 / TENTHS)),
          })
        : null
    }
    case 'paused':
      return before.kind === 'loading' ? t('model.spokenPaused') : null
    case 'failed':
      return t('model.failed', { name: nameOfSource(model.choice.source) })
    case 'none':
    case 'planning':
    case 'planned':
      return null
  }
}
