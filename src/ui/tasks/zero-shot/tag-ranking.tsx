import { CircleSlash } from 'lucide-react'
import { useMemo } from 'react'
import { shorten } from '../../../core/tags/visible-text'
import type { Picture } from '../../../state/app-state'
import { hasNoTag, type PictureJudgement } from '../../../state/tasks/zero-shot/judgements'
import { useApp, useAppState, useWords } from '../../ui-context'
import { RankList } from './rank-list'

/** Letters of the tag that is named. */
const LONGEST = 60

/** Says that no tag fits, and which comes nearest. */
const NoneNote = ({ judgement }: { readonly judgement: PictureJudgement }) => {
  const { t } = useWords()
  const [nearest] = judgement.ranking
  if (!hasNoTag(judgement) || nearest === undefined) return null
  return (
    <div className="mx-4 mb-3 flex gap-2.5 rounded-control bg-track p-3">
      <CircleSlash size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t('pictures.none')}</p>
        <p className="pt-0.5 text-12 break-words text-muted">
          {t('ranking.noneText', { nearest: shorten(nearest.tag, LONGEST) })}
        </p>
      </div>
    </div>
  )
}

/** The tags, ranked for a picture. */
export const TagRanking = ({ picture }: { readonly picture: Picture }) => {
  const { selectors } = useApp()
  const judgement = useAppState((state) => selectors.tasks['zero-shot'].judgement(state, picture))
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  // No mark of an answer stands beside one that means nothing.
  const ranking = useMemo(
    () => (isBeyond ? judgement.ranking.map((tag) => ({ ...tag, accepted: false })) : judgement.ranking),
    [isBeyond, judgement],
  )
  return (
    <>
      <NoneNote judgement={judgement} />
      <RankList {...judgement} ranking={ranking} />
    </>
  )
}
