import type { Bytes } from '../../brands'
import type { LoadProgress } from '../loaded-model'

/** Progress whose bytes never fall, whatever begins again behind it: a new worker counts again what is on disk. */
export const neverFalling = (
  onProgress: (progress: LoadProgress) => void,
): ((progress: LoadProgress) => void) => {
  let most: LoadProgress['loaded'] | null = null
  return (progress) => {
    if (most === null || progress.loaded > most) most = progress.loaded
    onProgress({ ...progress, loaded: most })
  }
}

/** Progress of one load, whose bytes never fall: neither when it begins again nor when its files are opened. */
export interface LoadReport {
  tell(progress: LoadProgress): void
  /** Opening reads from memory or disk what has been counted already; what comes beside it counts as it comes. */
  tellOpening(progress: LoadProgress): void
}

/** Creates the report of one load. */
export const createLoadReport = (onProgress: (progress: LoadProgress) => void): LoadReport => {
  let latest: LoadProgress = { stage: 'asking', loaded: 0 as Bytes, total: null }
  const tell = neverFalling((progress) => {
    latest = progress
    onProgress(progress)
  })
  return {
    tell,
    tellOpening: (progress) => {
      tell(progress.stage === 'opening' ? { ...latest, stage: 'opening' } : progress)
    },
  }
}
