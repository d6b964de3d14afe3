/**
 * `npm test`: everything that holds the project, in one command. Every step runs even if an earlier one failed,
 * unless it needs that one. Closes with the line `N passed, N failed` (`, N skipped` where tests were skipped):
 * tests by their runner's count, each other step as one.
 *
 * Two steps run at a time: static checks, the build, then Firefox, beside the tests in Chromium. The output of the latter is seen
 * as it comes, that of what runs beside whole, as soon as no other is in the middle of its own.
 *
 * `npm test -- lint types` runs only the named steps.
 */
import { findBrowser, findHeadless } from './browsers/find-browser.ts'
import { findFirefox, NO_FIREFOX } from './browsers/find-firefox.ts'
import { addCounts, closingLine, type Counts } from './verify/counts.ts'
import { runCommand, runSteps } from './verify/run-steps.ts'
import { steps, type Step } from './verify/steps.ts'

const onePassed: Counts = { passed: 1, failed: 0, skipped: [] }
const oneFailed: Counts = { passed: 0, failed: 1, skipped: [] }
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Finds the browsers once for all steps, which take them from `CHROME_PATH` and `HEADLESS_PATH`. */
const provideBrowser = async (): Promise<Counts> => {
  try {
    process.env.HEADLESS_PATH = await findHeadless()
    process.env.CHROME_PATH = await findBrowser()
    console.log(`\n▶ browser: ${process.env.HEADLESS_PATH}, ${process.env.CHROME_PATH}`)
    return onePassed
  } catch (error) {
    console.log(`\n✗ browser\n${error instanceof Error ? error.message : String(error)}`)
    return oneFailed
  }
}

/** Why a step cannot run, of what came before it and of what is on this machine; `null` where it can. */
const reasonToSkip = ({ needs = [] }: Step, countsByScript: ReadonlyMap<string, Counts>): string | null => {
  const missing = needs.filter((script) => (countsByScript.get(script)?.failed ?? 0) > 0)
  if (missing.length > 0) return `needs ${missing.join(' and ')}, which failed`
  return needs.includes('firefox') && findFirefox() === undefined ? NO_FIREFOX : null
}

const verify = async (wanted: readonly string[]): Promise<Counts> => {
  const chosen = wanted.length > 0 ? steps.filter(({ script }) => wanted.includes(script)) : steps
  const countsByScript = new Map<string, Counts>()
  if (chosen.some(({ needs }) => needs?.includes('browser'))) {
    countsByScript.set('browser', await provideBrowser())
  }
  await runSteps(chosen, countsByScript, { run: runCommand, print: console.log, reasonToSkip })
  return addCounts([...countsByScript.values()])
}

const started = performance.now()
const total = await verify(process.argv.slice(2))
if (total.skipped.length > 0) console.log('\nSkipped:')
for (const { title, reason } of total.skipped) console.log(`- ${title}: ${reason}`)
console.log(`\nTook ${seconds(started)}`)
console.log(closingLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
