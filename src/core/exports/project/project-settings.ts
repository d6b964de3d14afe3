import { isJsonObject } from '../../json-object'
import type { AnswerRules } from '../../question/scoring/judge'

/** What of the settings decides on results. */
export interface ScoringRules {
  readonly template: string
  readonly temperature: number
  readonly rules: AnswerRules
}

const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most

/** Reads them from a file, within the limits that the page keeps them to; `null` where they are none. */
export const readScoring = (json: unknown): ScoringRules | null => {
  if (!isJsonObject(json) || !isJsonObject(json.rules)) return null
  const { template, temperature, rules } = json
  const { mode, noneMargin } = rules
  if (typeof template !== 'string' || template.length > 20_000 || !isBetween(temperature, 0.01, 100))
    return null
  if (mode !== 'single' && mode !== 'multi') return null
  if (noneMargin !== null && !isBetween(noneMargin, -100, 100)) return null
  return { template, temperature, rules: { mode, noneMargin } }
}
