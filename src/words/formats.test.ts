import { describe, expect, it } from 'vitest'
import { createWords } from './create-words'

const { format } = createWords().now()

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [812, '812 B'],
    [999_600, '1 MB'],
    [1_450_000, '1.4 MB'],
    [153_200_000, '153 MB'],
    [1_400_000_000, '1.4 GB'],
  ])('%d reads %s', (bytes, text) => {
    expect(format.bytes(bytes)).toBe(text)
  })
})

describe('times', () => {
  it.each([
    [0.2, '1 s'],
    [6.4, '6 s'],
    [119, '2 min'],
    [3900, '1 h 5 min'],
  ])('%d seconds read %s', (seconds, text) => {
    expect(format.duration(seconds)).toBe(text)
  })

  it('counts down by the second', () => {
    expect([200, 60, 7].map(format.countdown)).toEqual(['3:20', '1:00', '0:07'])
  })

  it('keeps a decimal only where it says something', () => {
    expect([0.4, 14.2, 1234].map(format.milliseconds)).toEqual(['0.4 ms', '14 ms', '1.2 s'])
  })

  it.each([
    [20, 'just now'],
    [5 * 60, '5 minutes ago'],
    [3 * 3600, '3 hours ago'],
    [30 * 3600, 'yesterday'],
    [40 * 86_400, '40 days ago'],
    [-60, 'just now'],
  ])('%d seconds ago read %s', (seconds, text) => {
    expect(format.ago(1e12 - seconds * 1000, 1e12)).toBe(text)
  })
})

it.each([
  [0, '0'],
  [0.0004, '< 0.1'],
  [0.001, '0.1'],
  [0.0994, '9.9'],
  [0.0996, '10'],
  [0.931, '93'],
  [0.9999, '99'],
  [1, '100'],
  [NaN, '–'],
])('a share of %d reads %s', (share, text) => {
  expect(format.percent(share)).toBe(text)
})

it('a share is read aloud with what it is', () => {
  expect([0.931, 0.0004].map(format.spokenPercent)).toEqual(['93 percent', 'less than 0.1 percent'])
})

it('a cosine keeps three decimals and its sign, without the zero', () => {
  expect([0.274, -0.0123, 1].map(format.cosine)).toEqual(['.274', '−.012', '1.000'])
})
