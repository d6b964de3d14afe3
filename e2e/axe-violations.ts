import axe, { type AxeResults, type RunOptions } from 'axe-core'

/** A page of Playwright's or of Puppeteer's. */
interface EvaluatingPage {
  evaluate(script: string): Promise<unknown>
}

/** WCAG 2.2 to AA, and what axe calls best practice. */
const WHOLE_PAGE: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}

/** What axe finds wrong on the page as it is, each with the elements. */
export const axeViolations = async (
  page: EvaluatingPage,
  options: RunOptions = WHOLE_PAGE,
): Promise<string[]> => {
  await page.evaluate(axe.source)
  // A script as text has no type; this is what axe documents of its run.
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
