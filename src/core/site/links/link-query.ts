import type { AnswerRules } from '../../question/scoring/judge'
import { toLabelList } from '../../views/hosted-request'

/** What a link carries: never a picture of the person's. */
export type SharedState = SharedTags | SharedClassifier

/** The fixed-label mode, where tags, templates and scoring mean nothing. */
interface SharedClassifier {
  readonly mode: 'vit'
  /** Hub id, where the model has one. */
  readonly vitModel: string | null
}

interface SharedTags {
  readonly mode: 'clip'
  readonly labels: readonly string[]
  readonly templates: readonly string[]
  readonly temperature: number
  readonly rules: AnswerRules
  /** Hub id, where the model has one. */
  readonly clipModel: string | null
}

const parametersOf = (shared: SharedState): readonly (readonly [name: string, value: string])[] => {
  if (shared.mode === 'vit')
    return [['mode', 'vit'], ...(shared.vitModel === null ? [] : [['vitModel', shared.vitModel] as const])]
  const { labels, templates, temperature, rules, clipModel } = shared
  return [
    ['labels', toLabelList(labels)],
    ...templates.map((template) => ['template', template] as const),
    ...(rules.mode === 'single' ? [] : [['answer', rules.mode] as const]),
    ['margin', rules.noneMargin === null ? 'off' : rules.noneMargin.toString()],
    ...(temperature === 1 ? [] : [['temperature', temperature.toString()] as const]),
    ...(clipModel === null ? [] : [['clipModel', clipModel] as const]),
  ]
}

/** The query of a link that opens the page with the same tags, templates and scoring, or the same classifier. */
export const toLinkQuery = (shared: SharedState): string =>
  parametersOf(shared)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
