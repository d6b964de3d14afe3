/** One part of `npm test`. Each is an npm script as well, so that it can be repeated alone. */
export interface Step {
  /** The npm script that it runs. */
  readonly script: string
  /** What it holds, for the headline. */
  readonly what: string
  /** The command that repeats the step, or better repairs what it found. */
  readonly repair: string
  /** Counts tests of its own; without it the step counts as one. */
  readonly runner?: 'vitest' | 'playwright'
  /** Leaves a core idle at times, so it runs beside those that take all there are. */
  readonly beside?: true
  /** More arguments for the script. */
  readonly args?: readonly string[]
  /** Scripts, or `browser`, that have to succeed first; with `firefox`, a Firefox that is on this machine. */
  readonly needs?: readonly string[]
}

/**
 * In the order of running, those beside and the others each by themselves: what needs the build after it. All that is beside
 * begins early, while unit tests wait for deadlines and leave cores idle.
 */
export const steps: readonly Step[] = [
  { script: 'format:check', what: 'format', repair: 'npm run format', beside: true },
  { script: 'types', what: 'types, layer by layer', repair: 'npm run types', beside: true },
  { script: 'lint', what: 'lint with types', repair: 'npm run lint:fix', beside: true },
  { script: 'layers', what: 'import graph', repair: 'npm run layers', beside: true },
  { script: 'unused', what: 'unused files, exports, packages', repair: 'npm run unused', beside: true },
  { script: 'build', what: 'build', repair: 'npm run build', beside: true },
  { script: 'budget', what: 'size budget', repair: 'npm run budget', needs: ['build'], beside: true },
  {
    script: 'test:unit',
    what: 'unit tests, in Node and in a browser',
    repair: 'npm run test:unit',
    runner: 'vitest',
    args: ['--reporter=default', '--reporter=./scripts/verify/vitest-count-reporter.ts'],
    needs: ['browser'],
  },
  {
    script: 'test:e2e',
    what: 'end to end, on the built app',
    repair: 'npm run test:e2e',
    runner: 'playwright',
    needs: ['build', 'browser'],
  },
  {
    script: 'test:firefox',
    what: 'its core in Firefox, on the built app',
    repair: 'npm run test:firefox',
    runner: 'vitest',
    args: ['--reporter=default', '--reporter=./scripts/verify/vitest-count-reporter.ts'],
    needs: ['build', 'firefox'],
    beside: true,
  },
]
