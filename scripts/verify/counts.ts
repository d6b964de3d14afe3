import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a test runner, or a step without one, ended with. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly { readonly title: string; readonly reason: string }[]
}

export const noReason = 'no reason given'

/** Sums up; skipped ones keep their order. */
export const addCounts = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
  skipped: all.flatMap(({ skipped }) => skipped),
})

/** The line that closes a run, e.g. `214 passed, 0 failed, 3 skipped`; skipped ones are named only if any. */
export const closingLine = ({ passed, failed, skipped }: Counts): string => {
  const skippedPart = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  return `${passed} passed, ${failed} failed${skippedPart}`
}

/** Where the reporter of a step's runner leaves its counts for the verify command. Each step has a file: two run at a time. */
export const countsFile = (script: string): string =>
  path.resolve(import.meta.dirname, `../../node_modules/.tmp/${script.replace(':', '-')}-counts.json`)

/** The script that runs, as npm tells what it starts; a runner that was started without npm leaves its counts for no one. */
export const scriptOfNpm = (): string => process.env.npm_lifecycle_event ?? 'by-hand'

export const writeCounts = (file: string, counts: Counts): void => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(counts))
}

/** Removes what an earlier run left, so that a runner that dies leaves nothing. */
export const forgetCounts = (file: string): void => {
  rmSync(file, { force: true })
}

/**
 * What a runner that ended with `succeeded` is worth: its own counts, and one failure where it failed without
 * a failed test (it could not start, or nothing was found) or left no counts.
 */
export const runnerCounts = (file: string, succeeded: boolean): Counts => {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] }
  // Written by our own reporters in the same run.
  const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
