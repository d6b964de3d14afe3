import {
  countBytes,
  countWhole,
  enterStage,
  startProgress,
  waitUntil,
  type DownloadProgress,
} from '../../core/model/download/download-progress'
import type { LoadProgress, LoadStage } from '../../core/model/loaded-model'
import type { ListedFile } from '../../core/model/stored/stored-model'

/** Reports no oftener than this, so that progress never becomes the work. */
const INTERVAL_MS = 80

/** Reports at least as often while nothing happens: the page ends a worker that is silent for long. */
const HEARTBEAT_MS = 1000

/** Tells the page how far a long call is. */
export interface ProgressReport {
  stage(stage: LoadStage): void
  count(path: string, count: number): void
  whole(path: string, length: number): void
  /** Until when the host has asked to wait, in milliseconds since 1970; `null` when it asks no more. */
  wait(until: number | null): void
  /** Reports the present figure, and no more after it. */
  close(): void
}

/** Begins to report. The caller closes it. */
export const openProgressReport = (
  files: readonly Pick<ListedFile, 'path' | 'size'>[],
  stage: LoadStage,
  onProgress: (progress: LoadProgress) => void,
): ProgressReport => {
  let state: DownloadProgress = startProgress(files, stage)
  let reportedAt = -Infinity
  const report = () => {
    reportedAt = performance.now()
    onProgress(state.progress)
  }
  const heart = setInterval(report, HEARTBEAT_MS)
  const note = (next: DownloadProgress) => {
    const isNews = next.progress.stage !== state.progress.stage
    state = next
    if (isNews || performance.now() - reportedAt >= INTERVAL_MS) report()
  }
  return {
    stage: (next) => {
      note(enterStage(state, next))
    },
    count: (path, count) => {
      note(countBytes(state, path, count))
    },
    wait: (until) => {
      if (until === (state.progress.until ?? null)) return
      state = waitUntil(state, until)
      report()
    },
    whole: (path, length) => {
      note(countWhole(state, path, length))
    },
    close: () => {
      clearInterval(heart)
      report()
    },
  }
}
