import type { StoreApi } from 'zustand/vanilla'
import { frameName, frameTimes } from '../../core/live/frame-times'
import type { PictureActions } from '../app-actions'
import type { LiveSources, LiveState, VideoReader } from './live'

/** Makes frames of a video pictures of the list, one video at a time. */
export const createFrameTaker = (
  store: StoreApi<LiveState>,
  { openVideo }: Pick<LiveSources, 'openVideo'>,
  { addPictures }: Pick<PictureActions, 'addPictures'>,
) => {
  let stopping: AbortController | null = null

  const read = async (video: File, reader: VideoReader, every: number, signal: AbortSignal) => {
    const times = frameTimes(reader.duration, every)
    const nameByFile = new Map<Blob, string>()
    for (const [done, seconds] of times.entries()) {
      store.setState({ taking: { kind: 'running', done, total: times.length } })
      const frame = await reader.frameAt(seconds, signal)
      if (signal.aborted) break
      // The last moments of some files have no frame.
      if (frame) nameByFile.set(frame, frameName(video.name, seconds))
    }
    addPictures([...nameByFile.keys()], nameByFile)
    return nameByFile.size
  }

  return {
    take: async (video: File, every: number): Promise<void> => {
      stopping?.abort()
      const { signal } = (stopping = new AbortController())
      store.setState({ taking: { kind: 'running', done: 0, total: 0 } })
      const reader = await openVideo(video, signal)
      let count = 0
      if (reader) {
        count = await read(video, reader, every, signal)
        reader.close()
      }
      if (stopping.signal !== signal) return
      store.setState({
        taking: count > 0 ? { kind: 'done', count } : { kind: signal.aborted ? 'none' : 'failed' },
      })
    },
    stop: () => {
      stopping?.abort()
    },
  }
}
