import { expect, it } from 'vitest'
import { formatPercent } from './percent'

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
])('%d reads %s', (share, text) => {
  expect(formatPercent(share)).toBe(text)
})
