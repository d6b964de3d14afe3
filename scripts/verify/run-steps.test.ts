import { expect, test } from 'vitest'
import type { Counts } from './counts.ts'
import { runCommand, runSteps, type Ended } from './run-steps.ts'
import type { Step } from './steps.ts'

const lint: Step = { script: 'lint', what: 'lint', repair: 'npm run lint:fix', beside: true }
const build: Step = { script: 'build', what: 'build', repair: 'npm run build' }
const e2e: Step = { script: 'e2e', what: 'end to end', repair: 'npm run e2e', needs: ['build'] }

/** Runs steps whose commands end when the test says so. */
const setup = (steps: readonly Step[]) => {
  const lines: string[] = []
  const ends = new Map<string, (ended: Ended) => void>()
  const counts = new Map<string, Counts>()
  const finished = runSteps(steps, counts, {
    run: (command) =>
      new Promise((resolve) => {
        ends.set(command.replace('npm run --silent ', ''), resolve)
      }),
    print: (text) => lines.push(text.trim().replace(/ \([\d.]+ s\)/, '')),
    reasonToSkip: ({ needs = [] }, known) =>
      needs.some((script) => (known.get(script)?.failed ?? 0) > 0) ? 'needs build' : null,
  })
  const end = async (script: string, succeeded: boolean, output = '') => {
    ends.get(script)?.({ succeeded, output })
    await Promise.resolve()
  }
  return { lines, running: () => [...ends.keys()], counts, end, finished }
}

test('a static check runs beside the others, and is told of when they are not in the middle', async () => {
  const { lines, running, end, finished, counts } = setup([lint, build])
  expect(running()).toEqual(['lint', 'build'])
  await end('lint', false, 'one\ntwo\n')
  expect(lines).toEqual(['▶ build'])
  await end('build', true)
  await finished
  expect(lines.slice(1)).toEqual([
    '✓ build',
    '▶ lint\none\ntwo\n✗ lint\n  repair or repeat: npm run lint:fix',
  ])
  expect(counts.get('lint')?.failed).toBe(1)
  expect(counts.get('build')?.passed).toBe(1)
})

test('alone it is told of at once', async () => {
  const { lines, end, finished } = setup([lint])
  await end('lint', true, 'fine\n')
  await finished
  expect(lines).toEqual(['▶ lint\nfine\n✓ lint'])
})

test('what needs a step that failed is skipped with the reason', async () => {
  const { end, finished, counts } = setup([build, e2e])
  await end('build', false)
  await finished
  expect(counts.get('e2e')?.skipped).toEqual([{ title: 'end to end', reason: 'needs build' }])
})

test('what runs beside waits for what it needs of the others', async () => {
  const firefox: Step = { ...e2e, script: 'firefox', what: 'firefox', beside: true }
  const { running, end, finished, counts } = setup([build, e2e, firefox])
  expect(running()).toEqual(['build'])
  await end('build', true)
  await expect.poll(running).toHaveLength(3)
  await end('firefox', true)
  await end('e2e', true)
  await finished
  expect(counts.get('firefox')?.passed).toBe(1)
})

test('output is kept of both streams, and an exit code that is not 0 is no success', async () => {
  const command = `"${process.execPath}" -e "console.log(1); console.error(2); process.exitCode = 3"`
  const { succeeded, output } = await runCommand(command, true)
  expect(succeeded).toBe(false)
  expect(output.trim().split('\n').toSorted()).toEqual(['1', '2'])
})
