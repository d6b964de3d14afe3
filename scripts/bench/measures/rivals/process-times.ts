import { readdirSync, readFileSync } from 'node:fs'

/** Of Linux on every machine that Node runs on: `getconf CLK_TCK`. */
const TICKS_A_SECOND = 100

interface ProcessTimes {
  readonly parent: number
  /** Milliseconds. */
  readonly time: number
}

/** `null` where it has ended meanwhile. */
const readProcess = (pid: number): ProcessTimes | null => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Behind the name, which may hold anything: state, parent, and from the twelfth on the ticks for programs and for the system.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return { parent: Number(fields[1]), time: (ticks * 1000) / TICKS_A_SECOND }
  } catch {
    return null
  }
}

/**
 * CPU time of this process and of all below it, a browser's with them, in milliseconds; `null` where the system does not
 * tell (it is read from Linux's `/proc`). What has ended by then is not counted.
 */
export const cpuTime = (): number | null => {
  try {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    const byPid = new Map(
      pids.flatMap((pid) => {
        const found = readProcess(pid)
        return found ? [[pid, found] as const] : []
      }),
    )
    const isBelow = (pid: number): boolean => {
      if (pid === process.pid) return true
      const parent = byPid.get(pid)?.parent ?? 0
      return parent > 0 && isBelow(parent)
    }
    return [...byPid].reduce((sum, [pid, { time }]) => sum + (isBelow(pid) ? time : 0), 0)
  } catch {
    return null
  }
}
