import { useMemo } from 'react'
import type { Picture } from '../../../state/app-state'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { Disclosure } from '../../primitives/disclosure'
import { useActions, useApp, useAppState, useWords } from '../../ui-context'
import { RankList } from './rank-list'

const ScoreDetails = lateComponent(async () => (await import('./score-details')).ScoreDetails)

/** The tags, ranked for a picture. */
export const TagRanking = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { showScores } = useActions()
  const judgement = useAppState((state) => selectors.tasks['zero-shot'].judgement(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  const scoresShown = useAppState(({ settings }) => settings.scoresShown)
  // No mark of an answer stands beside one that means nothing.
  const shown = useMemo(
    () =>
      isBeyond
        ? {
            ...judgement,
            rejected: true,
            ranking: judgement.ranking.map((tag) => ({ ...tag, accepted: false })),
          }
        : judgement,
    [isBeyond, judgement],
  )
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
