import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { frameTimes, INTERVALS, MOST_FRAMES } from '../../core/live/frame-times'
import type { Live } from '../../state/live/live'
import { Button } from '../primitives/button'
import { SelectField } from '../primitives/fields/select-field'
import { ProgressBar } from '../primitives/progress-bar'
import { useLiveWords } from './use-live-words'

/** How long a video is, in seconds; 0 until it is known. */
const useDuration = ({ sources }: Live, video: File): number => {
  const [known, setKnown] = useState<{ readonly video: File; readonly duration: number } | null>(null)
  useEffect(() => {
    const stopping = new AbortController()
    void sources.openVideo(video, stopping.signal).then((reader) => {
      if (reader && !stopping.signal.aborted) setKnown({ video, duration: reader.duration })
      reader?.close()
    })
    return () => {
      stopping.abort()
    }
  }, [sources, video])
  return known?.video === video ? known.duration : 0
}

/** Makes frames of a video pictures of the list, one in so many seconds. */
export const FramesForm = ({ live, video }: { readonly live: Live; readonly video: File }) => {
  const { t, format } = useLiveWords()
  const [every, setEvery] = useState(1)
  const duration = useDuration(live, video)
  const taking = useStore(live.store, (state) => state.taking)
  const count = frameTimes(duration, every).length
  // A person who leaves has what has come by then.
  useEffect(() => live.stopTaking, [live, video])
  if (taking.kind === 'running') {
    const { done, total } = taking
    const label = t('live.taking', { done: format.count(done), total: format.count(total) })
    return (
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="pb-1.5 text-12 tabular-nums">{label}</p>
          <ProgressBar label={label} share={total === 0 ? null : done / total} />
        </div>
        <Button size="small" onClick={live.stopTaking}>
          {t('live.stop')}
        </Button>
      </div>
    )
  }
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 font-medium">{t('live.frames')}</legend>
      <div className="flex items-end gap-3">
        <SelectField
          label={t('live.every')}
          value={String(every)}
          choices={INTERVALS.map((seconds) => ({
            value: String(seconds),
            label: t('live.seconds', { seconds: format.shortDecimal(seconds, 1) }),
          }))}
          onChange={(value) => {
            setEvery(Number(value))
          }}
        />
        <Button disabled={count === 0} onClick={() => void live.takeFrames(video, every)}>
          {t('live.addFrames', { count })}
        </Button>
      </div>
      <p aria-live="polite" className="min-h-5 pt-1.5 text-12 text-muted">
        {taking.kind === 'done'
          ? t('live.added', { count: taking.count })
          : taking.kind === 'failed'
            ? t('live.noFrames')
            : count === MOST_FRAMES
              ? t('live.cut')
              : ''}
      </p>
    </fieldset>
  )
}
