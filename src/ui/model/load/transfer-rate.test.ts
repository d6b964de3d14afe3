import { expect, it } from 'vitest'
import { addSample, transferRate, type Sample } from './transfer-rate'

const after = (...samples: readonly Sample[]) => samples.reduce<readonly Sample[]>(addSample, [])

it('is what arrived within the last seconds, and not since the beginning', () => {
  const samples = after({ at: 0, loaded: 0 }, { at: 10_000, loaded: 90_000 }, { at: 12_000, loaded: 94_000 })
  expect(transferRate(samples)).toBe(2000)
})

it('is not told from one moment, nor while nothing arrives', () => {
  expect(transferRate(after({ at: 0, loaded: 5 }))).toBeNull()
  expect(transferRate(after({ at: 0, loaded: 5 }, { at: 500, loaded: 5 }))).toBeNull()
})
