import type { Milliseconds } from '../core/brands'
import type { EngineStats } from './engine-client'

/** Times kept. */
const LIMIT = 100

/** Counts what the engine does. */
export interface StatsCounter {
  /** @param noisy whether the browser changed its pixels as they were read. */
  pictureEncoded(time: Milliseconds, noisy: boolean): void
  pictureKnown(): void
  promptsEncoded(count: number): void
  promptsKnown(count: number): void
  workerReplaced(): void
  read(): EngineStats
}

/** Starts counting at zero. */
export const createStatsCounter = (): StatsCounter => {
  let stats: EngineStats = {
    pictureEncodes: 0,
    pictureCacheHits: 0,
    promptEncodes: 0,
    promptCacheHits: 0,
    workersReplaced: 0,
    noisyReads: 0,
    pictureTimes: [],
  }
  return {
    pictureEncoded: (time, noisy) => {
      const pictureTimes = [...stats.pictureTimes.slice(1 - LIMIT), time]
      const noisyReads = stats.noisyReads + (noisy ? 1 : 0)
      stats = { ...stats, pictureEncodes: stats.pictureEncodes + 1, noisyReads, pictureTimes }
    },
    pictureKnown: () => {
      stats = { ...stats, pictureCacheHits: stats.pictureCacheHits + 1 }
    },
    promptsEncoded: (count) => {
      stats = { ...stats, promptEncodes: stats.promptEncodes + count }
    },
    promptsKnown: (count) => {
      stats = { ...stats, promptCacheHits: stats.promptCacheHits + count }
    },
    workerReplaced: () => {
      stats = { ...stats, workersReplaced: stats.workersReplaced + 1 }
    },
    read: () => stats,
  }
}
