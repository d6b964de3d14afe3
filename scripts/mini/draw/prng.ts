/** A seeded source of numbers: the same seed gives the same drawing on every machine. */
export interface Rng {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Uniform in [low, high). */
  readonly range: (low: number, high: number) => number
  /** Uniform integer in [0, below). */
  readonly int: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
}

/**
 * Mulberry32 (Tommy Ettinger, public domain), seeded from two 32-bit words.
 * The split word keeps families of seeds apart: training, evaluation and samples never share one.
 */
export function createRng(seed: number, split: number): Rng {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(split + 1, 0x85ebca77)) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let warm = 0; warm < 4; warm++) next()
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    int: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('pick from an empty list')
      return item
    },
  }
}

/** Seed families. Evaluation seeds are disjoint from training seeds by construction. */
export const splits = { training: 1, validation: 2, evaluation: 3, samples: 4 } as const
