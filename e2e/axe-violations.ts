import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

/** WCAG 2.2 to AA, and what axe calls best practice. */
const WHOLE_PAGE: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}

/** What axe finds wrong on the page as it is, each with the elements. */
export const axeViolations = async (page: Page, options: RunOptions = WHOLE_PAGE): Promise<string[]> => {
  await page.evaluate(axe.source)
  const results = await page.evaluate(
    (given) => (window as unknown as { axe: typeof axe }).axe.run(given),
    options,
  )
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
