import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Result, RunOptions } from 'axe-core'
import { UNFADING, WHOLE_PAGE } from '../../src/testing/axe-rules.ts'

/** The minified one: half as much to read for a browser. */
const axeSource = readFileSync(
  path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
)

/** A page of Playwright's or of Puppeteer's. */
interface EvaluatingPage {
  evaluate(script: string): Promise<unknown>
}

const STOP_FADING = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(${JSON.stringify(UNFADING)})
  document.adoptedStyleSheets.push(sheet)
})()`

/** Ends what moves, and what begins when that has ended. What wanders for ever keeps its colours. */
const END_MOVING = `(async () => {
  const moving = () => document.getAnimations().filter(({ effect, playState }) =>
    playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  const frame = () => new Promise(requestAnimationFrame)
  await frame()
  do {
    for (const animation of moving()) animation.finish()
    await frame()
    await frame()
  } while (moving().length > 0)
})()`

/** What axe finds wrong on the page as it is, each with the elements. */
export const axeViolations = async (
  page: EvaluatingPage,
  options: RunOptions = WHOLE_PAGE,
): Promise<string[]> => {
  // Work for a quarter of a second, once for each page.
  if (!(await page.evaluate('"axe" in window'))) {
    await page.evaluate(axeSource)
    await page.evaluate(STOP_FADING)
  }
  await page.evaluate(END_MOVING)
  // What is in order is not told of either: writing that down took half of the time.
  const run = JSON.stringify({ ...options, resultTypes: ['violations'] })
  // A script as text has no type; this is what axe documents of its run.
  const violations = (await page.evaluate(`axe.run(${run}).then(({ violations }) => violations)`)) as Result[]
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
