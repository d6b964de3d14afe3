import type { RankedTag } from '../../state/tasks/zero-shot/judgements'
import type { Wording } from '../../words/wording'

/** What is read aloud behind a tag's share: `accepted, match 93 percent, cosine .274`. */
export const spokenScores = (
  { t, format }: Wording,
  { accepted, match, cosine }: Pick<RankedTag, 'accepted' | 'match' | 'cosine'>,
): string =>
  format.list([
    accepted ? t('ranking.accepted') : t('ranking.notAccepted'),
    ...(match === null ? [] : [t('ranking.spokenMatch', { percent: format.spokenPercent(match) })]),
    t('ranking.spokenCosine', { cosine: format.cosine(cosine) }),
  ])
