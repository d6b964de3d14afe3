import axe, { type Result, type RunOptions } from 'axe-core'

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
 * Ends what fades, and what begins when that has ended: a colour that is inherited fades once more in each element.
 * What wanders for ever keeps its colours.
 */
const END_FADING = `(async () => {
  const fading = () => document.getAnimations().filter(({ effect, playState }) =>
    playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  const frame = () => new Promise(requestAnimationFrame)
  await frame()
  do {
    for (const animation of fading()) animation.finish()
    await frame()
    await frame()
  } while (fading().length > 0)
})()`

/** What axe finds wrong on the page as it is, each with the elements. */
export const axeViolations = async (
  page: EvaluatingPage,
  options: RunOptions = WHOLE_PAGE,
): Promise<string[]> => {
  // Half a second of work, once for each page.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  await page.evaluate(END_FADING)
  // What is in order is not told of either: writing that down took half of the time.
  const run = JSON.stringify({ ...options, resultTypes: ['violations'] })
  // A script as text has no type; this is what axe documents of its run.
  const violations = (await page.evaluate(`axe.run(${run}).then(({ violations }) => violations)`)) as Result[]
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
