import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCounts, closingLine, runnerCounts, writeCounts, type Counts } from './counts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'counts-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const counts = (passed: number, failed: number, skipped: Counts['skipped'] = []): Counts => ({
  passed,
  failed,
  skipped,
})
const skippedOne = [{ title: 'photographs', reason: 'no ../shared' }]

test('the closing line names skipped tests only where there are some', () => {
  expect(closingLine(counts(12, 0))).toBe('12 passed, 0 failed')
  expect(closingLine(counts(12, 1, skippedOne))).toBe('12 passed, 1 failed, 1 skipped')
})

test('counts of all steps add up', () => {
  expect(addCounts([counts(1, 0), counts(40, 2, skippedOne)])).toEqual(counts(41, 2, skippedOne))
})

test('a runner that fails without a failed test, or leaves no counts, is one failure', () => {
  const file = path.join(folder, 'counts.json')
  expect(runnerCounts(file, false)).toEqual(counts(0, 1))
  expect(runnerCounts(file, true)).toEqual(counts(0, 1))
  writeCounts(file, counts(3, 0))
  expect(runnerCounts(file, false)).toEqual(counts(3, 1))
  writeCounts(file, counts(3, 2))
  expect(runnerCounts(file, false)).toEqual(counts(3, 2))
  expect(runnerCounts(file, true)).toEqual(counts(3, 2))
})
