import { expect, test } from 'vitest'
import type { Bytes } from '../../brands'
import { isNetworkEntry, totalsByHost, type NetworkEntry } from './network-entry'

const entry = (url: string, change: Partial<NetworkEntry> = {}): NetworkEntry => ({
  url,
  host: new URL(url).host,
  asker: 'page',
  outcome: 'answered',
  bytes: 10 as Bytes,
  at: 1,
  ...change,
})

test('requests are added up by host, the most recent first', () => {
  const totals = totalsByHost([
    entry('https://a.example/1', { at: 1 }),
    entry('https://b.example/1', { at: 2, outcome: 'refused', bytes: null }),
    entry('https://a.example/2', { at: 3, outcome: 'failed', bytes: null }),
    entry('https://a.example/3', { at: 3, bytes: 5 as Bytes }),
    entry('https://a.example/4', { at: 3, outcome: 'kept' }),
    entry('https://a.example/5', { at: 3, outcome: 'redirected', bytes: null }),
  ])
  expect(totals).toEqual([
    { host: 'a.example', answered: 2, redirected: 1, kept: 1, failed: 1, refused: 0, bytes: 15, lastAt: 3 },
    { host: 'b.example', answered: 0, redirected: 0, kept: 0, failed: 0, refused: 1, bytes: 0, lastAt: 2 },
  ])
})

test.each([
  null,
  'text',
  {},
  { ...entry('https://a.example/'), host: 7 },
  { ...entry('https://a.example/'), outcome: 'odd' },
])('what is no entry is not taken for one: %j', (value) => {
  expect(isNetworkEntry(value)).toBe(false)
})
