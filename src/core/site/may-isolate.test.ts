import { expect, test } from 'vitest'
import { mayIsolate, type IsolationFacts } from './may-isolate'

const firstVisit: IsolationFacts = {
  isolated: false,
  offered: true,
  bypassed: false,
  triedBefore: false,
  held: false,
  cores: 8,
  scripted: false,
  transferring: false,
  heavy: false,
}

test('the page of a first visit is opened once more for a model', () => {
  expect(mayIsolate(firstVisit)).toBe(true)
})

test.each<[string, Partial<IsolationFacts>]>([
  ['is isolated already', { isolated: true }],
  ['has no service worker that isolates', { offered: false }],
  ['was opened past the service worker', { bypassed: true }],
  ['was opened once more before', { triedBefore: true }],
  ['stands in a frame or was opened by another page', { held: true }],
  ['has one core, which threads do not help', { cores: 1 }],
  ['is used by a program', { scripted: true }],
  ['takes in a model from files', { transferring: true }],
  ['holds more pictures than can be carried over in a moment', { heavy: true }],
])('a page that %s stays', (_why, change) => {
  expect(mayIsolate({ ...firstVisit, ...change })).toBe(false)
})
