import type { Picture } from '../../state/app-state'
import type { FixedLabelResult as Result } from '../../state/tasks/fixed-labels/results'
import { FixedLabelFooter } from './fixed-label-footer'
import { FixedLabelResult } from './fixed-label-result'

interface FixedLabelRankingProps {
  readonly picture: Picture
  readonly result: Result
}

/** What a classifier found in a picture, in place of the bars of tags. Loaded with the first classifier. */
export const FixedLabelRanking = ({ picture, result }: FixedLabelRankingProps) => (
  <>
    <FixedLabelResult result={result} />
    <FixedLabelFooter picture={picture} />
  </>
)
