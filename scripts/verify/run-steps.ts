import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import { countsFile, forgetCounts, runnerCounts, type Counts } from './counts.ts'
import type { Step } from './steps.ts'

/** How a command ended. */
export interface Ended {
  readonly succeeded: boolean
  /** What it wrote, if that was kept. */
  readonly output: string
}

const root = path.join(import.meta.dirname, '../..')

/** Runs a command in the project; with `keep`, resolves with all that it wrote instead of showing it. */
export const runCommand = (command: string, keep: boolean): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      // Since npm is a `.cmd` file on Windows. Nothing here comes from outside.
      shell: true,
      stdio: keep ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // Programs see no terminal through a pipe, and would leave out their colours.
      env: keep && process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.on('error', ({ message }) => {
      resolve({ succeeded: false, output: `${output}${message}\n` })
    })
    child.on('close', (code) => {
      resolve({ succeeded: code === 0, output })
    })
  })

const commandOf = ({ script, args = [] }: Step): string =>
  ['npm', 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ')

/** Prints texts whole: at once, or when the step that writes to the screen itself has ended. */
const createScreen = (print: (text: string) => void) => {
  let isTaken = false
  let waiting: string[] = []
  return {
    take: () => {
      isTaken = true
    },
    release: () => {
      isTaken = false
      for (const text of waiting) print(text)
      waiting = []
    },
    show: (text: string) => {
      if (isTaken) waiting.push(text)
      else print(text)
    },
  }
}

/** What the steps need of their surroundings. */
interface Surroundings {
  readonly run: (command: string, keep: boolean) => Promise<Ended>
  readonly print: (text: string) => void
  /** Why a step cannot run, of what came before it and of what is on this machine; `null` where it can. */
  readonly reasonToSkip: (step: Step, countsByScript: ReadonlyMap<string, Counts>) => string | null
}

/**
 * Runs the steps, two at a time: those beside and the others, each in their order, and none before what it needs.
 * @param countsByScript what is known before, to which each step adds its own.
 */
export const runSteps = async (
  steps: readonly Step[],
  countsByScript: Map<string, Counts>,
  { run, print, reasonToSkip }: Surroundings,
): Promise<void> => {
  const screen = createScreen(print)
  const known = new EventEmitter()

  /** Resolves when the steps that this one needs have ended, if they are among those that run. */
  const whenNeedsEnded = async ({ needs = [] }: Step): Promise<void> => {
    const awaited = needs.filter((need) => steps.some(({ script }) => script === need))
    while (awaited.some((need) => !countsByScript.has(need))) await once(known, 'ended')
  }

  const runStep = async (step: Step): Promise<Counts> => {
    const { script, what, repair, runner, beside = false } = step
    const started = performance.now()
    const report = runner && countsFile(script)
    if (report) forgetCounts(report)
    if (!beside) {
      print(`\n▶ ${what}`)
      screen.take()
    }
    const { succeeded, output } = await run(commandOf(step), beside)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const advice = succeeded ? '' : `\n  repair or repeat: ${repair}`
    const verdict = `${succeeded ? '✓' : '✗'} ${what} (${seconds} s)${advice}`
    if (beside) screen.show(`\n▶ ${what}\n${output}${verdict}`)
    else {
      print(verdict)
      screen.release()
    }
    if (report) return runnerCounts(report, succeeded)
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: [] }
  }

  const runInOrder = async (inOrder: readonly Step[]) => {
    for (const step of inOrder) {
      if (step.needs) await whenNeedsEnded(step)
      const reason = reasonToSkip(step, countsByScript)
      if (reason === null) countsByScript.set(step.script, await runStep(step))
      else {
        screen.show(`\n- ${step.what}: skipped, ${reason}`)
        countsByScript.set(step.script, { passed: 0, failed: 0, skipped: [{ title: step.what, reason }] })
      }
      known.emit('ended')
    }
  }
  await Promise.all([
    runInOrder(steps.filter(({ beside }) => beside)),
    runInOrder(steps.filter(({ beside }) => !beside)),
  ])
}
