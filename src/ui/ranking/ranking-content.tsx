import type { Picture } from '../../state/app-state'
import { Button } from '../primitives/button'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { ErrorNote } from '../primitives/error-note'
import { useActions, useApp, useAppState, useWords } from '../ui-context'
import { NoRanking } from './no-ranking'
import { NoneNote } from './none-note'
import { PictureHeading } from './picture-heading'
import { RankList } from './rank-list'
import { RelianceNote } from './reliance-note'
import { useFocusedRanking } from './use-focused-ranking'

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
