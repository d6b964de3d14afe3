import type { Picture } from '../../state/app-state'
import { Button } from '../primitives/button'
import { ErrorNote } from '../primitives/error-note'
import { isElsewhere } from '../../state/pictures/queue/elsewhere'
import { answeringTask } from '../../state/tasks/tasks'
import { OwnPanel } from '../tasks/own/own-view'
import { pageTaskViews } from '../tasks/task-views'
import { Disclosure } from '../primitives/disclosure'
import { currentModel, waitsForModel } from '../../state/model/current-model'
import { useActions, useApp, useAppState, useScreen, useWords } from '../context/ui-context'
import { LateModelStrip } from '../model/strip/late-model-strip'
import { SuggestSection } from '../suggestions/suggest-section'
import { NoRanking } from './no-ranking'
import { PictureHeading } from './picture-heading'
import { RelianceNote, VerdictLine } from './verdict-line'
import { useWidth } from '../primitives/use-media'
import { focusedPicture } from '../pictures/focused-picture'
import { useSaysWhatItIs } from './use-says-what-it-is'

/** A picture that failed, with why; or one that was stopped: either can be tried again, unless its file is not here. */
const Setback = ({ id, phase }: Picture) => {
  const { t } = useWords()
  const { retryPicture, removePictures } = useActions()
  const buttons = (
    <>
      {isElsewhere(phase) ? null : (
        <Button size="small" onClick={() => retryPicture(id)}>
          {t('pictures.retry')}
        </Button>
      )}
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

interface FocusedAnswer {
  readonly picture: Picture | null
  /** Whether what answers now has said something of it that counts. */
  readonly isAnswered: boolean
  /** Whether it waits for a model that is being opened. */
  readonly waits: boolean
}

const useFocusedAnswer = (): FocusedAnswer => {
  const { selectors } = useApp()
  const picture = useAppState(focusedPicture)
  const waits = useAppState((state) => picture !== null && waitsForModel(state, picture))
  const isAnswered = useAppState((state) => picture !== null && selectors.labels(state, picture).length > 0)
  return { picture, isAnswered: isAnswered && !waits, waits }
}

/** Whether the line above the grid offers a model for photographs already. */
const useOfferedAbove = (): boolean => {
  const isNarrow = useWidth() === 'narrow'
  const large = useScreen((screen) => screen.large)
  return useAppState(({ pictures, view }) => pictures.length > 1 && view === 'grid') && !large && !isNarrow
}

/** Name and bars of the picture in focus, or what stands in their way. */
export const RankingContent = () => {
  const { picture, isAnswered, waits } = useFocusedAnswer()
  const { t } = useWords()
  const { selectors } = useApp()
  const { Ranking } = pageTaskViews[useAppState(answeringTask)]
  const saysWhatItIs = useSaysWhatItIs()
  const isOffered = useOfferedAbove()
  const name = useAppState((state) => currentModel(state.model)?.name ?? '')
  const isBeyond = useAppState((state) => picture !== null && selectors.isBeyondModel(state, picture))
  return (
    <>
      <LateModelStrip />
      {picture ? <PictureHeading picture={picture} /> : null}
      {picture ? <Setback {...picture} /> : null}
      {picture && !waits ? <VerdictLine picture={picture} /> : null}
      {/* First what is done to picture after picture: an offer that is not taken stands below it. */}
      {picture && saysWhatItIs ? <OwnPanel picture={picture} /> : null}
      {picture && !waits ? <RelianceNote picture={picture} offers={!isOffered} /> : null}
      {!picture || !isAnswered ? (
        <NoRanking picture={picture} opens={waits} />
      ) : isBeyond ? (
        <Disclosure title={t('ranking.guess', { name })} summary="">
          <Ranking picture={picture} />
        </Disclosure>
      ) : (
        <Ranking picture={picture} />
      )}
      <SuggestSection picture={picture} />
    </>
  )
}

/** Below the bars: what they took, and the answer for machines. Nothing while there is no answer. */
export const RankingFooter = () => {
  const { picture, isAnswered } = useFocusedAnswer()
  const { Footer } = pageTaskViews[useAppState(answeringTask)]
  return picture && isAnswered && Footer ? <Footer picture={picture} /> : null
}
