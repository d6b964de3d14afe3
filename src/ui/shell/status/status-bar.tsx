import { LockKeyhole, Pause, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../primitives/button'
import { ProgressBar } from '../../primitives/progress-bar'
import { opensModel } from '../../../state/model/current-model'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { createPictureTally, queueProgress, tallyParts } from './queue-progress'
import { DecidedTally } from '../../tasks/own/own-view'
import { useClock } from '../use-clock'

const Tally = () => {
  const words = useWords()
  const [tallyOf] = useState(createPictureTally)
  const { selectors } = useApp()
  const tally = useAppState(({ pictures }) => tallyOf(pictures))
  const opens = useAppState(opensModel)
  const parts = tallyParts(
    words,
    tally,
    useAppState(selectors.beyondModelCount),
    opens,
    useAppState(selectors.hasLabels),
  )
  return (
    <span className="truncate">{parts.length === 0 ? words.t('shell.noPictures') : parts.join(' · ')}</span>
  )
}

const QueueButtons = ({ paused }: { readonly paused: boolean }) => {
  const { t } = useWords()
  const { pauseQueue, resumeQueue, stopQueue } = useActions()
  return (
    <div className="flex shrink-0 gap-1">
      <Button size="small" variant="quiet" onClick={paused ? resumeQueue : pauseQueue}>
        {paused ? (
          <Play size={14} strokeWidth={1.75} aria-hidden />
        ) : (
          <Pause size={14} strokeWidth={1.75} aria-hidden />
        )}
        <span className="max-sm:sr-only">{paused ? t('shell.resume') : t('shell.pause')}</span>
      </Button>
      <Button size="small" variant="quiet" onClick={stopQueue}>
        <Square size={14} strokeWidth={1.75} aria-hidden />
        <span className="max-sm:sr-only">{t('shell.stop')}</span>
      </Button>
    </div>
  )
}

/** From so many pictures on the bar moves by no more than a pixel or two at a time. */
const MANY = 300

/** How the queue stands; while it rests, what there is. It keeps its place, so nothing moves. */
export const StatusBar = () => {
  const words = useWords()
  const { t } = words
  const queue = useAppState((state) => state.queue)
  const now = useClock(queue.kind === 'running', 1000)
  const progress = queueProgress(words, queue, now)
  return (
    <footer
      aria-label={t('shell.status')}
      className="flex h-9 shrink-0 items-center gap-4 border-t border-line bg-panel px-3 text-12 text-muted tabular-nums touch:h-13"
    >
      {progress === null ? (
        <>
          <Tally />
          <DecidedTally />
          <span className="ms-auto flex shrink-0 items-center gap-1.5">
            <LockKeyhole size={13} strokeWidth={1.75} aria-hidden />
            <span>{t('shell.promise')}</span>
          </span>
        </>
      ) : (
        <>
          <span className="shrink-0 text-text">{progress.what}</span>
          <span className="w-52 shrink-0 truncate max-md:hidden">{progress.details.join(' · ')}</span>
          <ProgressBar
            label={progress.what}
            share={progress.share}
            steps={queue.kind !== 'idle' && queue.total >= MANY}
            className="min-w-8 flex-1"
          />
          <QueueButtons paused={queue.kind === 'paused'} />
        </>
      )}
    </footer>
  )
}
