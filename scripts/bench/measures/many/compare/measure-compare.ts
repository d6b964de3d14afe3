import { execFileSync } from 'node:child_process'
import path from 'node:path'

export const PICTURES = 10_000
export const TAGS = 100

/** What the measured process prints. */
export interface CompareOutput {
  /** CPU of the worker in milliseconds: for the present answers, for those of another wording, and after an edited tag. */
  readonly costs: { readonly present: number; readonly other: number; readonly edited: number }
  /** CPU of the page in milliseconds. */
  readonly page: number
  /** Milliseconds by the clock of the longest step, in which nothing else is heard. */
  readonly longest: number
  readonly longestOnPage: number
  readonly compared: number
}

export const COMPARE_TITLE = '## Two answers side by side'

const LIMIT_MS = 3000
const PAGE_LIMIT_MS = 300

/** Has two wordings compared on made-up vectors. */
export const measureCompare = (): CompareOutput => {
  const script = path.join(import.meta.dirname, 'compare-costs.ts')
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' })
  return JSON.parse(printed) as CompareOutput
}

/** What exceeds its limit, in words. */
export const compareComplaints = ({ costs, page, compared }: CompareOutput): readonly string[] => [
  ...(costs.other > LIMIT_MS ? [`${costs.other.toFixed(0)} ms to judge a list by another wording.`] : []),
  ...(page > PAGE_LIMIT_MS ? [`${page.toFixed(0)} ms of the page to compare.`] : []),
  ...(compared === PICTURES ? [] : [`${compared} of ${PICTURES} pictures compared.`]),
]

/** For the report. */
export const compareSection = ({ costs, page, longest, longestOnPage, compared }: CompareOutput): string =>
  `${COMPARE_TITLE}

${compared} pictures by ${TAGS} tags in two wordings, a tenth of them decided; vectors of 512 numbers are made up. CPU of a process that
does it for the first time, after the list has been judged by the present wording. The limits are ${LIMIT_MS} ms for the other
wording and ${PAGE_LIMIT_MS} ms for the page.

| | |
|---|---:|
| the worker, for what the present wording says | ${costs.present.toFixed(0)} ms |
| the worker, for what another says | ${costs.other.toFixed(0)} ms |
| the same after one tag was edited | ${costs.edited.toFixed(0)} ms |
| the page, for both beside each other and beside what was decided | ${page.toFixed(0)} ms |
| longest step of the worker, by the clock | ${longest.toFixed(0)} ms |
| longest step of the page, by the clock | ${longestOnPage.toFixed(0)} ms |
`
