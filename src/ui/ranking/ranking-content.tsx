import { CircleSlash } from 'lucide-react'
import type { Picture } from '../../state/app-state'
import { Button } from '../primitives/button'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { ErrorNote } from '../primitives/error-note'
import { useActions, useApp, useAppState, useWords } from '../ui-context'
import { NoRanking } from './no-ranking'
import { PictureHeading } from './picture-heading'
import { RankList } from './rank-list'
import { RelianceNote } from './reliance-note'
import { useFocusedRanking } from './use-focused-ranking'
import { shorten } from '../../core/tags/visible-text'
import { hasNoTag } from '../../state/tasks/zero-shot/none-of-these'
import type { PictureJudgement } from '../../state/tasks/zero-shot/judgements'

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

const FixedLabelRanking = lateComponent(
  async () => (await import('../labels/fixed-label-ranking')).FixedLabelRanking,
)

/** A picture that failed, with why; or one that was stopped: either can be tried again. */
const Setback = ({ id, phase }: Picture) => {
  const { t } = useWords()
  const { retryPicture, removePictures } = useActions()
  const buttons = (
    <>
      <Button size="small" onClick={() => retryPicture(id)}>
        {t('pictures.retry')}
      </Button>
      <Button size="small" onClick={() => removePictures([id])}>
        {t('pictures.remove')}
      </Button>
    </>
  )
  if (phase.kind === 'stopped') return <div className="flex gap-2 px-4">{buttons}</div>
  if (phase.kind !== 'failed') return null
  return (
    <ErrorNote error={phase.error} className="mx-4 mb-4">
      {buttons}
    </ErrorNote>
  )
}

/** Name and bars of the picture in focus, or what stands in their way. */
export const RankingContent = () => {
  const { picture, judgement } = useFocusedRanking()
  const { selectors } = useApp()
  const fixed = useAppState((state) => (picture ? selectors.fixedLabels(state, picture) : null))
  return (
    <>
      {picture ? <PictureHeading picture={picture} /> : null}
      {picture ? <Setback {...picture} /> : null}
      {picture ? <RelianceNote phase={picture.phase} /> : null}
      <NoneNote judgement={judgement} />
      {fixed && picture ? (
        <Part>
          <FixedLabelRanking result={fixed} picture={picture} />
        </Part>
      ) : judgement.ranking.length > 0 ? (
        <RankList {...judgement} />
      ) : (
        <NoRanking picture={picture} />
      )}
    </>
  )
}
