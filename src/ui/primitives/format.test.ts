import { describe, expect, it } from 'vitest'
import { formatBytes, formatCosine, formatDuration, formatMilliseconds } from './format'

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [812, '812 B'],
    [999_600, '1 MB'],
    [1_450_000, '1.4 MB'],
    [153_200_000, '153 MB'],
    [1_400_000_000, '1.4 GB'],
  ])('%d reads %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('times', () => {
  it.each([
    [0.2, '1 s'],
    [6.4, '6 s'],
    [119, '2 min'],
    [3900, '1 h 5 min'],
  ])('%d seconds read %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })

  it('keeps a decimal only where it says something', () => {
    expect([0.4, 14.2, 1234].map(formatMilliseconds)).toEqual(['0.4 ms', '14 ms', '1.2 s'])
  })
})

it('a cosine keeps three decimals and its sign, without the zero', () => {
  expect([0.274, -0.0123, 1].map(formatCosine)).toEqual(['.274', '−.012', '1.000'])
})
