import type { Bytes } from '../../core/brands'
import type { LoadProgress } from '../../core/model/loaded-model'

/** Reports no oftener than this, so that progress never becomes the work. */
const INTERVAL_MS = 80

/** Adds up several files into one honest figure. */
export interface ProgressMeter {
  /** Announces a file. An unknown size makes the total unknown. */
  expect(size: number | null): void
  /** Counts bytes that have arrived. */
  add(count: number): void
  /** Reports the present figure at once. */
  flush(): void
}

/** Creates a meter whose `loaded` never falls and whose `total` is never below it. */
export const createProgressMeter = (onProgress: (progress: LoadProgress) => void): ProgressMeter => {
  let loaded = 0
  let total: number | null = 0
  let reportedAt = -Infinity
  const flush = () => {
    reportedAt = performance.now()
    const known = total !== null && loaded <= total ? (total as Bytes) : null
    onProgress({ stage: 'opening', loaded: loaded as Bytes, total: known })
  }
  return {
    expect: (size) => {
      total = total === null || size === null ? null : total + size
    },
    add: (count) => {
      loaded += count
      if (performance.now() - reportedAt >= INTERVAL_MS) flush()
    },
    flush,
  }
}
