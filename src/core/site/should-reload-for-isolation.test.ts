import { expect, test } from 'vitest'
import { shouldReloadForIsolation, type IsolationFacts } from './should-reload-for-isolation'

const firstVisit: IsolationFacts = {
  isolated: false,
  offered: true,
  bypassed: false,
  triedBefore: false,
  framed: false,
  cores: 8,
  touched: false,
  scripted: false,
  hasWork: false,
}

test('an untouched first visit is reloaded', () => {
  expect(shouldReloadForIsolation(firstVisit)).toBe(true)
})

test.each<[string, Partial<IsolationFacts>]>([
  ['is isolated already', { isolated: true }],
  ['has no service worker that isolates', { offered: false }],
  ['was opened past the service worker', { bypassed: true }],
  ['was reloaded before', { triedBefore: true }],
  ['stands in a frame', { framed: true }],
  ['has one core, which threads do not help', { cores: 1 }],
  ['was touched', { touched: true }],
  ['is used by a program', { scripted: true }],
  ['holds something of the person’s', { hasWork: true }],
])('a page that %s stays', (_why, change) => {
  expect(shouldReloadForIsolation({ ...firstVisit, ...change })).toBe(false)
})
