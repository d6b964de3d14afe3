import { describe, expect, it } from 'vitest'
import { createRng, splits } from './prng'

const start = (seed: number, split: number): string => {
  const rng = createRng(seed, split)
  return `${rng.next()} ${rng.next()}`
}

describe('createRng', () => {
  it('starts no picture of the examination where a training picture starts', () => {
    const trained = new Set(Array.from({ length: 192_000 }, (_, seed) => start(seed, splits.training)))
    // How many pictures each paper of evaluate.ts draws, from paper 101 on.
    const sizes = [600, 1815, 1210, 250, 250, 880, 1000]
    const examined = sizes.flatMap((size, i) =>
      Array.from({ length: size }, (_, k) => (101 + i) * 1_000_000 + k),
    )
    expect(examined.filter((seed) => trained.has(start(seed, splits.evaluation)))).toEqual([])
  })
})
