import { useEffect, useRef } from 'react'
import { frameName } from '../../core/live/frame-times'
import type { Live } from '../../state/live/live'
import { classNames } from '../primitives/class-names'
import { nameOfMoment, type LiveSource, type SourceKind } from './live-source'
import { useLiveWords } from './use-live-words'
import { usePageVisible } from './use-live-source'

interface LiveStageProps {
  readonly live: Live
  readonly kind: SourceKind
  readonly source: Extract<LiveSource, { readonly kind: 'stream' | 'video' }>
  readonly onUnplayable: () => void
}

/** What is looked at; it is ranked as long as this is shown and the page is in sight. */
export const LiveStage = ({ live, kind, source, onUnplayable }: LiveStageProps) => {
  const { t } = useLiveWords()
  const isVisible = usePageVisible()
  const element = useRef<HTMLVideoElement>(null)
  const stream = source.kind === 'stream' ? source.open.stream : null
  const file = source.kind === 'video' ? source.file : null

  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = stream
    if (!file) return
    const url = URL.createObjectURL(file)
    video.src = url
    return () => {
      video.removeAttribute('src')
      URL.revokeObjectURL(url)
    }
  }, [stream, file])

  useEffect(() => {
    const video = element.current
    if (!video || !isVisible) return
    // Refused where a browser lets nothing play by itself: then the person presses play.
    video.play().catch(() => undefined)
    const end = live.watch(live.sources.framesOf(video), () =>
      file
        ? frameName(file.name, video.currentTime)
        : nameOfMoment(kind === 'window' ? 'window' : 'camera', new Date()),
    )
    return () => {
      end()
      video.pause()
    }
  }, [live, kind, stream, file, isVisible])

  // As in a mirror, which is how people know themselves. The frames are as they are.
  const mirrored = source.kind === 'stream' && source.open.facing === 'user'
  return (
    <video
      ref={element}
      muted
      playsInline
      loop
      controls={file !== null}
      aria-label={t(`live.views.${kind}`)}
      onError={file ? onUnplayable : undefined}
      className={classNames('size-full object-contain', mirrored && '-scale-x-100')}
    />
  )
}
