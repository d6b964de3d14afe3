import { expect, it } from 'vitest'
import { formatAgo } from './format-ago'

it.each([
  [20, 'just now'],
  [5 * 60, '5 minutes ago'],
  [3 * 3600, '3 hours ago'],
  [30 * 3600, 'yesterday'],
  [40 * 86_400, '40 days ago'],
  [-60, 'just now'],
])('%d seconds ago reads %s', (seconds, text) => {
  expect(formatAgo(1e12 - seconds * 1000, 1e12)).toBe(text)
})
