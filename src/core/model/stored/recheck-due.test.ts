import { expect, it } from 'vitest'
import { isCheckDue } from './recheck-due'

const DAY = 24 * 60 * 60 * 1000
const NOW = 1000 * DAY

it.each([
  ['never', null, true, true],
  ['yesterday', { at: NOW - DAY, version: '1' }, false, false],
  ['ten days ago', { at: NOW - 10 * DAY, version: '1' }, false, true],
  ['two months ago', { at: NOW - 60 * DAY, version: '1' }, true, true],
  ['yesterday by another version', { at: NOW - DAY, version: '0' }, true, true],
  ['at a time to come', { at: NOW + DAY, version: '1' }, true, true],
])('files that were checked %s are due', (_, last, beforeRun, inIdleTime) => {
  expect(isCheckDue(last, '1', NOW, 'before a run')).toBe(beforeRun)
  expect(isCheckDue(last, '1', NOW, 'in idle time')).toBe(inIdleTime)
})
