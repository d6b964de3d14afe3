import { isFor } from '../../../core/model/loaded-model'
import { TagsPanel } from '../../tags/tags-panel'
import type { TaskView } from '../task-view'
import { TagFooter } from './tag-footer'
import { TagRanking } from './tag-ranking'

/** Pictures ranked by the person's own tags. */
export const zeroShotView: TaskView = {
  name: ({ t }) => t('labels.tags'),
  command: ({ t }) => t('commands.modes.tags'),
  Labels: TagsPanel,
  Choice: null,
  Ranking: TagRanking,
  Footer: TagFooter,
  facts: ({ t, format }, model) =>
    isFor(model, 'zero-shot')
      ? [
          [t('model.dimension'), t('model.numbers', { count: model.dimension })],
          [
            t('model.logitScale'),
            model.calibrated ? format.shortDecimal(model.logitScale, 1) : t('model.logitScaleUnknown'),
          ],
          [t('model.maxTokens'), t('model.tokens', { count: model.maxTokens })],
        ]
      : [],
}
