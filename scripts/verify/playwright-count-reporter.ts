import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { countsFile, noReason, scriptOfNpm, writeCounts } from './counts.ts'

const skipReason = (test: TestCase): string =>
  test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? noReason

/** Leaves Playwright's counts, and why tests were skipped, for the verify command. A flaky test has passed. */
export default class PlaywrightCountReporter implements Reporter {
  #tests: readonly TestCase[] = []
  #errors = 0

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests()
  }

  onError(): void {
    this.#errors += 1
  }

  onEnd(): void {
    const ended = (...outcomes: ReturnType<TestCase['outcome']>[]): readonly TestCase[] =>
      this.#tests.filter((test) => outcomes.includes(test.outcome()))
    writeCounts(countsFile(scriptOfNpm()), {
      passed: ended('expected', 'flaky').length,
      failed: ended('unexpected').length + this.#errors,
      skipped: ended('skipped').map((test) => ({
        title: test.titlePath().filter(Boolean).join(' › '),
        reason: skipReason(test),
      })),
    })
  }

  printsToStdio(): boolean {
    return false
  }
}
