import type { Reporter, TestModule } from 'vitest/node'
import { countsFile, noReason, scriptOfNpm, writeCounts, type Counts } from './counts.ts'

const moduleToCounts = (module: TestModule): Counts => {
  const tests = [...module.children.allTests()].map((test) => ({ title: test.fullName, ...test.result() }))
  return {
    passed: tests.filter(({ state }) => state === 'passed').length,
    // A file that cannot be loaded has errors and no tests.
    failed: tests.filter(({ state }) => state === 'failed').length + module.errors().length,
    skipped: tests.flatMap((test) =>
      test.state === 'skipped' ? [{ title: test.title, reason: test.note ?? noReason }] : [],
    ),
  }
}

/** Leaves Vitest's counts, and why tests were skipped, for the verify command. */
export default class VitestCountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = modules.map(moduleToCounts)
    writeCounts(countsFile(scriptOfNpm()), {
      passed: counts.reduce((sum, { passed }) => sum + passed, 0),
      failed: counts.reduce((sum, { failed }) => sum + failed, unhandledErrors.length),
      skipped: counts.flatMap(({ skipped }) => skipped),
    })
  }
}
