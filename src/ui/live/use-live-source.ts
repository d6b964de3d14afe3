import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveSources, OpenStream, WhichCamera } from '../../state/live/live'
import { stopStream, type LiveSource, type SourceKind } from './live-source'

const onVisibility = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
  }
}

/** Whether the page is in sight. */
export const usePageVisible = (): boolean =>
  useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible')

/** Hears that a stream has ended elsewhere: pulled out, or stopped by the browser's own button. */
const useEnded = (open: OpenStream | null, onEnded: () => void) => {
  useEffect(() => {
    const track = open?.stream.getVideoTracks()[0]
    track?.addEventListener('ended', onEnded)
    return () => {
      track?.removeEventListener('ended', onEnded)
    }
  })
}

/** Looks away from the person where there are two: what is in front of them is what they ask about. */
const AWAY: WhichCamera = { facing: 'environment' }

interface Source {
  readonly source: LiveSource
  /** Opens what takes a press to open, or tries again. */
  readonly open: () => void
  /** The camera that is wanted; it is opened at once. */
  readonly choose: (which: WhichCamera) => void
  /** The video could not be played. */
  readonly refuseVideo: () => void
}

/** A camera that is on while it is shown and the page is in sight. */
const useCamera = (
  { openCamera }: LiveSources,
  isOn: boolean,
): Pick<Source, 'source' | 'open' | 'choose'> => {
  const [which, setWhich] = useState<WhichCamera>(AWAY)
  const [source, setSource] = useState<LiveSource>({ kind: 'opening' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (!isOn || !openCamera) return
    let isGone = false
    let opened: Parameters<typeof stopStream>[0] = null
    void openCamera(which).then((answer) => {
      opened = answer
      if (isGone) stopStream(answer)
      else
        setSource(
          answer.kind === 'open'
            ? { kind: 'stream', open: answer }
            : { kind: 'problem', problem: answer.kind },
        )
    })
    return () => {
      isGone = true
      stopStream(opened)
      setSource({ kind: 'opening' })
    }
  }, [openCamera, which, isOn, tries])
  useEnded(source.kind === 'stream' ? source.open : null, () => {
    setSource({ kind: 'problem', problem: 'ended' })
  })
  return {
    source: openCamera ? source : { kind: 'problem', problem: 'insecure' },
    open: () => {
      setTries((count) => count + 1)
    },
    choose: setWhich,
  }
}

/** A window that is shared until it is put away. */
const useWindow = (
  { shareWindow, openCamera }: LiveSources,
  isOn: boolean,
): Pick<Source, 'source' | 'open'> => {
  const [source, setSource] = useState<LiveSource>({ kind: 'off' })
  const stream = source.kind === 'stream' ? source.open : null
  useEffect(
    () => () => {
      stopStream(stream)
    },
    [stream],
  )
  // Put away with another source in its place.
  if (!isOn && source.kind !== 'off') setSource({ kind: 'off' })
  useEnded(stream, () => {
    setSource({ kind: 'problem', problem: 'ended' })
  })
  return {
    // Where there are cameras and no windows it is the browser that cannot.
    source: shareWindow ? source : { kind: 'problem', problem: openCamera ? 'no-windows' : 'insecure' },
    open: () => {
      void shareWindow?.().then((answer) => {
        setSource(
          answer.kind === 'open'
            ? { kind: 'stream', open: answer }
            : { kind: 'problem', problem: answer.kind },
        )
      })
    },
  }
}

/** A video file. Another that is offered takes its place. */
const useVideo = (
  { pickVideo }: LiveSources,
  offered: File | null,
): Pick<Source, 'source' | 'open' | 'refuseVideo'> => {
  const [source, setSource] = useState<LiveSource>({ kind: 'off' })
  const [taken, setTaken] = useState<File | null>(null)
  if (offered && offered !== taken) {
    setTaken(offered)
    setSource({ kind: 'video', file: offered })
  }
  return {
    source,
    open: () => {
      void pickVideo().then(([file]) => {
        if (file) setSource({ kind: 'video', file })
      })
    },
    refuseVideo: () => {
      setSource((now) => (now.kind === 'video' ? { kind: 'unplayable', name: now.file.name } : now))
    },
  }
}

/**
 * What is looked at, of the kind that is chosen; all else is off.
 * @param offered a video that came with the question.
 */
export const useLiveSource = (sources: LiveSources, kind: SourceKind, offered: File | null): Source => {
  const isVisible = usePageVisible()
  const camera = useCamera(sources, kind === 'camera' && isVisible)
  const shared = useWindow(sources, kind === 'window')
  const video = useVideo(sources, offered)
  return {
    ...{ camera, window: shared, video }[kind],
    choose: camera.choose,
    refuseVideo: video.refuseVideo,
  }
}
