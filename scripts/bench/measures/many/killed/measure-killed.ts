import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findFirefox } from '../../../../browsers/find-firefox.ts'
import { writeDrawings } from '../drawings.ts'
import { chromiumVisits } from './chromium-visit.ts'
import { firefoxVisits } from './firefox-visit.ts'
import { killBrowser, type OpenVisit } from './visit.ts'

/** What is left of a list whose browser is killed in the middle, again and again. */
export interface Killed {
  readonly browser: string
  /** Encodes that were counted at each end, and at the last visit, which was let alone. */
  readonly encoded: readonly number[]
  /** Records that an undisturbed run has in other words, or that only one of both has. */
  readonly different: number
  readonly records: number
}

export const KILLED_TITLE = '## A browser that is killed'

const PICTURES = 2000
/** How many are encoded before each end. */
const ENDS = [400, 1000, 1600]
/** What each end may lose: under way, or not told of yet, which is a second's work. */
const LOST = 60

/** Every record, without what differs from visit to visit: ids and times. */
const linesOf = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/"(id|time_ms)":("[^"]*"|[\d.]+),/g, ''))

const resultsOf = async (open: OpenVisit, app: string, profile: string, files: readonly string[]) => {
  const visit = await open(app, profile, files)
  const lines = linesOf(await visit.results())
  const encoded = await visit.encodes()
  await visit.close()
  return { lines, encoded }
}

const killIn = async (browser: string, open: OpenVisit, app: string): Promise<Killed> => {
  const [folder, profile, other] = ['pictures', 'profile', 'undisturbed'].map((name) =>
    mkdtempSync(path.join(tmpdir(), `killed-${name}-`)),
  ) as [string, string, string]
  try {
    const files = writeDrawings(folder, PICTURES)
    const encoded: number[] = []
    for (const end of ENDS) {
      const before = encoded.reduce((sum, count) => sum + count, 0)
      const visit = await open(app, profile, files)
      // What is known already is not encoded again.
      let count = await visit.encodes()
      for (; before + count < end; count = await visit.encodes()) await setTimeout(50)
      await killBrowser(profile)
      await visit.close().catch(() => undefined)
      encoded.push(count)
      console.log(`${browser}: killed after ${count} encodes`)
    }
    const last = await resultsOf(open, app, profile, files)
    const undisturbed = await resultsOf(open, app, other, files)
    const expected = new Set(undisturbed.lines)
    const missing = undisturbed.lines.filter((line) => !last.lines.includes(line)).length
    return {
      browser,
      encoded: [...encoded, last.encoded],
      different: missing + last.lines.filter((line) => !expected.has(line)).length,
      records: last.lines.length,
    }
  } finally {
    for (const each of [folder, profile, other]) rmSync(each, { recursive: true, force: true })
  }
}

/** Kills a browser three times while it encodes, in every browser that is here. */
export const measureKilled = async (executablePath: string, app: string): Promise<readonly Killed[]> => {
  const firefox = findFirefox()
  const killed = [await killIn('Chromium', chromiumVisits(executablePath), app)]
  if (firefox !== undefined) killed.push(await killIn('Firefox', firefoxVisits(firefox), app))
  return killed
}

const total = ({ encoded }: Killed): number => encoded.reduce((sum, count) => sum + count, 0)

/** What is more than it may be, in words. */
export const killedComplaints = (killed: readonly Killed[]): readonly string[] =>
  killed.flatMap((each) => [
    ...(total(each) > PICTURES + ENDS.length * LOST
      ? [`${each.browser} encoded ${total(each)} times for ${PICTURES} pictures.`]
      : []),
    ...(each.different > 0 || each.records !== PICTURES
      ? [`${each.browser} has ${each.records} records, ${each.different} of them others than undisturbed.`]
      : []),
  ])

/** The section of the report. */
export const killedSection = (killed: readonly Killed[]): string => `${KILLED_TITLE}

${PICTURES} small drawings are chosen and encoded by the built-in model. Every process of the browser is ended at once (SIGKILL) when
${ENDS.join(', ')} of them are encoded; it is started again over the same profile, and the same files are chosen. The last visit is let
alone. An encode is counted when its result is on the page; each end may lose what was under way or not told of yet, ${LOST} at
most. Records are compared byte for byte with those of a run that nothing disturbed, but for ids and times.
\`npm run bench -- --killed\` fails where more is encoded, or a record differs.

| | encodes, visit by visit | in all | records | that differ |
| --- | --- | --: | --: | --: |
${killed.map((each) => `| ${each.browser} | ${each.encoded.join(', ')} | ${total(each)} | ${each.records} | ${each.different} |`).join('\n')}`
