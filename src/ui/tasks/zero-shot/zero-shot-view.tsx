import { isFor } from '../../../core/model/loaded-model'
import { TagsPanel } from '../../tags/tags-panel'
import type { TaskView } from '../task-view'
import { TagFooter } from './tag-footer'
import { useMemo } from 'react'
import type { Picture } from '../../../state/app-state'
import type { PictureJudgement } from '../../../state/tasks/zero-shot/judgements'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { Disclosure } from '../../primitives/disclosure'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { RankList } from './rank-list'

const ScoreDetails = lateComponent(async () => (await import('./score-details')).ScoreDetails)

/** A judgement without the mark of an answer, which would stand beside one that means nothing. */
export const unmarked = (judgement: PictureJudgement): PictureJudgement => ({
  ...judgement,
  rejected: true,
  ranking: judgement.ranking.map((tag) => ({ ...tag, accepted: false })),
})

/** The tags, ranked for a picture. */
const TagRanking = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { showScores } = useActions()
  const judgement = useAppState((state) => selectors.tasks['zero-shot'].judgement(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  const scoresShown = useAppState(({ settings }) => settings.scoresShown)
  const shown = useMemo(() => (isBeyond ? unmarked(judgement) : judgement), [isBeyond, judgement])
  return (
    <>
      <RankList {...shown} />
      <Disclosure title={t('ranking.details')} summary="" open={scoresShown} onToggled={showScores}>
        <Part>
          <ScoreDetails {...shown} />
        </Part>
      </Disclosure>
    </>
  )
}

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
