import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Result, RunOptions } from 'axe-core'

/** The minified one: half as much to read for a browser. */
const axeSource = readFileSync(
  path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
)

/** A page of Playwright's or of Puppeteer's. */
interface EvaluatingPage {
  evaluate(script: string): Promise<unknown>
}

/** WCAG 2.2 to AA, and what axe calls best practice. */
const WHOLE_PAGE: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}

/** The rules of those that a theme's colours decide. */
export const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/**
 * Colours change at once: after a change of theme, one that is inherited would fade once more in each element, and
 * axe looks at what has come to rest.
 */
const STOP_FADING = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, ::before, ::after, ::backdrop { transition: none !important }')
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
