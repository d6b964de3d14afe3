import type { Bytes } from '../../brands'
import type { LoadProgress, LoadStage } from '../loaded-model'
import type { ListedFile } from '../stored/stored-model'

/** How far a download of several files is. Pure: a fold over what happens to the files. */
export interface DownloadProgress {
  readonly sizeByPath: ReadonlyMap<string, number | null>
  readonly countByPath: ReadonlyMap<string, number>
  /** The most that was ever there, so that a file begun again takes nothing back. */
  readonly progress: LoadProgress
}

/** The progress of `files` before anything is known about what is there. */
export const startProgress = (
  files: readonly Pick<ListedFile, 'path' | 'size'>[],
  stage: LoadStage,
): DownloadProgress => {
  const sizeByPath = new Map<string, number | null>(files.map(({ path, size }) => [path, size]))
  const total = [...sizeByPath.values()].reduce<number | null>(
    (sum, size) => (sum === null || size === null ? null : sum + size),
    0,
  )
  return {
    sizeByPath,
    countByPath: new Map(),
    progress: { stage, loaded: 0 as Bytes, total: total as Bytes | null },
  }
}

/** Notes that `count` bytes of a file are there now. A file counts for its announced size at most. */
export const countBytes = (state: DownloadProgress, path: string, count: number): DownloadProgress => {
  const size = state.sizeByPath.get(path)
  if (size === undefined) return state
  const countByPath = new Map(state.countByPath).set(path, size === null ? count : Math.min(count, size))
  const sum = [...countByPath.values()].reduce((a, b) => a + b, 0)
  const loaded = Math.max(state.progress.loaded, sum) as Bytes
  return { ...state, countByPath, progress: { ...state.progress, loaded } }
}

/** Notes that a file is there whole, whatever length it has turned out to have. */
export const countWhole = (state: DownloadProgress, path: string, length: number): DownloadProgress =>
  countBytes(state, path, state.sizeByPath.get(path) ?? length)

/** Notes what the download is about now. */
export const enterStage = (state: DownloadProgress, stage: LoadStage): DownloadProgress => ({
  ...state,
  progress: { ...state.progress, stage },
})

/** Notes until when the host has asked to wait, in milliseconds since 1970; `null` when it asks no more. */
export const waitUntil = (state: DownloadProgress, until: number | null): DownloadProgress => {
  const { stage, loaded, total } = state.progress
  return { ...state, progress: { stage, loaded, total, ...(until !== null && { until }) } }
}
