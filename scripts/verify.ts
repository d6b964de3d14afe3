/**
 * `npm test`: everything that holds the project, in one command. Every step runs even if an earlier one failed,
 * unless it needs that one. Closes with the line `N passed, N failed` (`, N skipped` where tests were skipped):
 * tests by their runner's count, each other step as one.
 *
 * `npm test -- lint types` runs only the named steps.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { findBrowser } from './find-browser.ts'
import { findFirefox, NO_FIREFOX } from './find-firefox.ts'
import {
  addCounts,
  closingLine,
  countsFile,
  forgetCounts,
  runnerCounts,
  type Counts,
} from './verify/counts.ts'
import { steps, type Step } from './verify/steps.ts'

const root = path.join(import.meta.dirname, '..')
const onePassed: Counts = { passed: 1, failed: 0, skipped: [] }
const oneFailed: Counts = { passed: 0, failed: 1, skipped: [] }
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Finds the browser once for all steps, which take it from `CHROME_PATH`. */
const provideBrowser = async (): Promise<Counts> => {
  try {
    process.env.CHROME_PATH = await findBrowser()
    console.log(`\n▶ browser: ${process.env.CHROME_PATH}`)
    return onePassed
  } catch (error) {
    console.log(`\n✗ browser\n${error instanceof Error ? error.message : String(error)}`)
    return oneFailed
  }
}

const runStep = ({ script, what, repair, runner, args = [] }: Step): Counts => {
  const started = performance.now()
  console.log(`\n▶ ${what}`)
  const report = runner && countsFile(runner)
  if (report) forgetCounts(report)
  // A shell, since npm is a `.cmd` file on Windows. Nothing here comes from outside.
  const command = ['npm', 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
  const succeeded = spawnSync(command, { cwd: root, shell: true, stdio: 'inherit' }).status === 0
  console.log(`${succeeded ? '✓' : '✗'} ${what} (${seconds(started)})`)
  if (!succeeded) console.log(`  repair or repeat: ${repair}`)
  if (report) return runnerCounts(report, succeeded)
  return succeeded ? onePassed : oneFailed
}

/** Why a step cannot run, of what came before it and of what is on this machine; `null` where it can. */
const reasonToSkip = ({ needs = [] }: Step, countsByScript: ReadonlyMap<string, Counts>): string | null => {
  const missing = needs.filter((script) => (countsByScript.get(script)?.failed ?? 0) > 0)
  if (missing.length > 0) return `needs ${missing.join(' and ')}, which failed`
  return needs.includes('firefox') && findFirefox() === undefined ? NO_FIREFOX : null
}

const skipStep = ({ what }: Step, reason: string): Counts => {
  console.log(`\n- ${what}: skipped, ${reason}`)
  return { passed: 0, failed: 0, skipped: [{ title: what, reason }] }
}

const verify = async (wanted: readonly string[]): Promise<Counts> => {
  const chosen = wanted.length > 0 ? steps.filter(({ script }) => wanted.includes(script)) : steps
  const countsByScript = new Map<string, Counts>()
  if (chosen.some(({ needs }) => needs?.includes('browser'))) {
    countsByScript.set('browser', await provideBrowser())
  }
  for (const step of chosen) {
    const reason = reasonToSkip(step, countsByScript)
    countsByScript.set(step.script, reason === null ? runStep(step) : skipStep(step, reason))
  }
  return addCounts([...countsByScript.values()])
}

const started = performance.now()
const total = await verify(process.argv.slice(2))
if (total.skipped.length > 0) console.log('\nSkipped:')
for (const { title, reason } of total.skipped) console.log(`- ${title}: ${reason}`)
console.log(`\nTook ${seconds(started)}`)
console.log(closingLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
