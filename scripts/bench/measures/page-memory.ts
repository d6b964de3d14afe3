import { readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright'

/** What the largest of the browser's page processes holds now, workers and model included, in bytes; 0 outside of Linux. */
export const residentNow = async (browserSession: CDPSession): Promise<number> => {
  const { processInfo } = await browserSession.send('SystemInfo.getProcessInfo')
  let held = 0
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    held = Math.max(held, Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024)
  }
  return held
}
